// Paper has no filters to press: everything that fits is laid out, one thing after the other.

function layOut() {
  const { fitting } = matching();
  const rows = [...new Set(fitting.map((place) => CHANGES.row[place]))];
  const chosen = chosenWords();
  const listed = new Set(fitting);
  const isFolded = (at) => CHANGES.isConsequence[at] && !listed.has(at);
  const folded = chosen ? [] : [...CHANGES.row.keys()].filter(isFolded);
  const paper = element(
    "div",
    { id: "paper" },
    chosen ? element("p", { className: "chosen" }, word("filtered"), chosen) : null,
    section("events", eventList(fittingEvents().filter((event) => !RESTATED.has(event.kind)))),
    section("changes", comparison(rows, { forPrint: true, fits: (at) => listed.has(at) })),
    folded.length ? section("caused", causedTable(folded)) : null,
    section("correspondence", [
      associationTable(fittingAssociations()),
      element("p", { className: "dim" }, say(SAID.stayed(DATA.stayed))),
    ]),
  );
  byId("statistics").before(paper);
}

function section(name, children) {
  return element("section", {}, element("h2", {}, word(name)), children);
}

/** Consequences in one table: on paper, one line each is enough. */
function causedTable(places) {
  const rows = places.map((place) => {
    const row = ROWS[CHANGES.row[place]];
    const entry = CHANGES.entry[place];
    return element(
      "tr",
      { "data-change": entry.n },
      element("td", {}, mark(entry.kind)),
      element("td", {}, nameParts(row)),
      element("td", {}, briefly([entry], row)),
      element("td", {}, nameOf(ROWS[causeOf(entry)])),
    );
  });
  const head = ["kind", "of", "details", "cause"].map((name) =>
    element("th", { scope: "col" }, word(name)),
  );
  return element(
    "table",
    { className: "compare" },
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, rows),
  );
}

/** What the filters say, in words, for the top of the paper. */
function chosenWords() {
  const tables = {
    kind: DATA.words.kinds,
    of: { ...DATA.words.entities, other: DATA.words.other },
    level: DATA.levels,
    meaning: WORDS,
    event: DATA.words.events,
    relation: WORDS,
  };
  const told = CHOICES.flatMap((choice) =>
    [...state[choice]].map((value) => say(tables[choice][value] ?? value)),
  );
  if (state.owner) told.push(say(DATA.owners[state.owner] ?? WORDS.nobody));
  if (state.query) told.push(`“${state.query}”`);
  return told.join(language === "zh" ? "、" : ", ");
}

addEventListener("beforeprint", layOut);
addEventListener("afterprint", () => byId("paper")?.remove());
