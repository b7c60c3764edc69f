// One thing before and after, side by side; used for the pane and, one after the other, for print.

const AT_ONCE = 50;

/** Everything about a row: where it stands, why, before and after, and what came with it. */
function detailsOf(at) {
  const places = placesOf(at);
  const made = element("div", {}, element("h3", {}, nameParts(ROWS[at])), placeOf(at));
  const consequence = places.find((place) => CHANGES.isConsequence[place]);
  if (consequence !== undefined) {
    const cause = linkTo(causeOf(CHANGES.entry[consequence]));
    made.append(element("p", { className: "dim" }, word("causedBy"), cause));
  }
  if (!places.length) made.append(element("p", { className: "dim" }, word("unchanged")));
  made.append(...eventsOf(places));
  if (places.length) made.append(comparison([at]));
  made.append(...below(at));
  return made;
}

const placesOf = (at) => Array.from({ length: FIRST[at + 1] - FIRST[at] }, (_, i) => FIRST[at] + i);

/** Where it stands, its level, owner and id. */
function placeOf(at) {
  const row = ROWS[at];
  const path = [];
  for (let up = row.up; up >= 0; up = ROWS[up].up) path.unshift(linkTo(up), " › ");
  const facts = [
    [word("level"), row.level && say(DATA.levels[row.level])],
    [word("owner"), row.owner && say(DATA.owners[row.owner])],
    [word("id"), row.id && element("code", {}, row.id)],
  ].filter(([, value]) => value);
  return element(
    "div",
    { className: "facts" },
    path.length ? element("p", { className: "path" }, path.slice(0, -1)) : null,
    element(
      "dl",
      {},
      facts.map(([name, value]) =>
        element("div", {}, element("dt", {}, name), element("dd", {}, value)),
      ),
    ),
  );
}

/** The events that rest on these changes, with the declared reasons. */
function eventsOf(places) {
  const events = new Set(places.flatMap((place) => EVENTS_OF.get(CHANGES.entry[place].n) ?? []));
  const told = [...events].map((at) => DATA.events[at]);
  const worth = told.filter(
    (event) => event.reason || STRUCTURAL.has(event.kind) || event.real === null || event.inferred,
  );
  return worth.length
    ? [
        element(
          "ul",
          { className: "events" },
          worth.map((event) => element("li", {}, eventParts(event))),
        ),
      ]
    : [];
}

function eventParts(event) {
  const parts = [element("strong", {}, say(DATA.words.events[event.kind])), " "];
  if (event.code) parts.push(`${word("code")} ${event.code}: `);
  const [before, after] = [membersOf(event.from), membersOf(event.to)];
  if (before.length) parts.push(before);
  if (before.length && after.length && !sameMembers(event)) parts.push(" → ", after);
  else if (!before.length) parts.push(after);
  if (event.inferred) parts.push(" ", element("span", { className: "flag" }, word("inferred")));
  if (event.kind === "redefinition") parts.push(" ", meaningFlag(event));
  if (event.reason)
    parts.push(
      element(
        "p",
        { className: "reason" },
        `${word("reason")}${language === "zh" ? "：" : ": "}${say(event.reason)}`,
      ),
    );
  return parts;
}

function sameMembers(event) {
  const names = (members) => members.map(([name]) => say(name)).join("\n");
  return names(event.from) === names(event.to);
}

function membersOf(members) {
  const comma = language === "zh" ? "、" : ", ";
  return members.flatMap(([name, row], at) => [at ? comma : null, linkTo(row, say(name))]);
}

/** Real or virtual, and whether a person said so or it is only proposed. */
function meaningFlag({ real, judged }) {
  const name = real === true ? "real" : real === false ? "virtual" : "open";
  const by = real === null || real === undefined ? "" : word(judged ? "judged" : "proposed");
  return element("span", { className: `flag ${judged ? "" : "open"}` }, word(name), by);
}

function linkTo(at, name = at >= 0 ? nameOf(ROWS[at]) : "") {
  if (at < 0) return name;
  const row = ROWS[at];
  return element(
    "a",
    {
      href: address({ view: "changes", at: keyOf(at) }),
      className: row.gone ? "gone" : "",
    },
    name,
  );
}

/** The table: what, before, after; a row for each field. On paper, all things are in one. */
function comparison(rows, { forPrint = false, fits = () => true } = {}) {
  const head = [word("field"), DATA.before, DATA.after].map((name) =>
    element("th", { scope: "col" }, name),
  );
  const bodies = rows.map((at) => {
    const places = placesOf(at).filter(fits);
    const name = forPrint
      ? element(
          "tr",
          {},
          element("th", { scope: "rowgroup", colSpan: 3 }, nameParts(ROWS[at]), eventsOf(places)),
        )
      : null;
    return element(
      "tbody",
      { className: forPrint ? "thing" : "" },
      name,
      places.map((place) => fieldRows(CHANGES.entry[place], { forPrint })),
    );
  });
  return element(
    "table",
    { className: "compare" },
    element("thead", {}, element("tr", {}, head)),
    bodies,
  );
}

function fieldRows(entry, { forPrint }) {
  const isWhole = entry.kind === "added" || entry.kind === "removed";
  const parts = entry.parts.length ? entry.parts : [["", []]];
  return parts.map(([name, lines], index) => {
    const label = `${word("permalink")} ${entry.n}`;
    const link = element(
      "a",
      { className: "permalink", href: `#${entry.n}`, title: label, "aria-label": label },
      `#${entry.n}`,
    );
    return element(
      "tr",
      {
        id: index || forPrint ? null : `change-${entry.n}`,
        className: index ? "" : "first",
        "data-change": entry.n,
      },
      element("th", { scope: "row" }, index ? say(name) : [mark(entry.kind), " ", say(name), link]),
      element("td", {}, side(lines, "+", isWhole)),
      element("td", {}, side(lines, "-", isWhole)),
    );
  });
}

/** One side of the lines: without what only the other side has; unmarked if all of it came or went. */
function side(lines, without, unmarked) {
  const told = [];
  for (const line of lines) {
    const kept = piecesOf(line).filter((piece) => piece[0] !== without);
    if (!kept.length) continue;
    told.push(
      element(
        "p",
        { className: kept.length === 1 ? "whole" : "" },
        kept.map((piece) =>
          piece[0] === "=" || unmarked
            ? piece.slice(1)
            : element(piece[0] === "-" ? "del" : "ins", {}, piece.slice(1)),
        ),
      ),
    );
  }
  return told.length ? told : element("span", { className: "dim" }, "–");
}

/** What else changed with it: its standards, its consequences. */
function below(at) {
  const made = [];
  const standards = STANDARDS_OF.get(at) ?? [];
  if (standards.length) {
    made.push(element("h4", {}, word("inTable")));
    made.push(
      growing("ul", standards, (row) =>
        element("li", {}, [...kindsOf(ROWS[row])].map(mark), " ", linkTo(row)),
      ),
    );
  }
  const caused = CAUSED.get(at) ?? [];
  if (caused.length) {
    made.push(
      element(
        "h4",
        {},
        word("caused"),
        element("span", { className: "count" }, String(caused.length)),
      ),
    );
    made.push(
      growing("ul", caused, (place) => {
        const row = CHANGES.row[place];
        const entry = CHANGES.entry[place];
        return element(
          "li",
          {},
          mark(entry.kind),
          " ",
          linkTo(row),
          " ",
          element("span", { className: "dim" }, briefly([entry], ROWS[row])),
        );
      }),
    );
  }
  return made;
}

/** A list that shows its first hundred and a button for the next. */
function growing(name, values, make) {
  const list = element(name, { className: "growing" });
  let shown = 0;
  const button = element("button", { type: "button" }, word("more"));
  const grow = () => {
    list.append(...values.slice(shown, shown + AT_ONCE).map(make));
    shown += AT_ONCE;
    button.hidden = shown >= values.length;
  };
  button.addEventListener("click", grow);
  grow();
  return element("div", {}, list, button);
}
