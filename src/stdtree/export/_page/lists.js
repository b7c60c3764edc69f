// The lists beside the tree: what happened, and which category became which.

const has = (texts, words) => words.every((one) => texts.includes(one));
const plain = (told) => (Array.isArray(told) ? told.join("\n") : (told ?? ""));
const EVENT_TEXTS = DATA.events.map((event) =>
  [...event.from, ...event.to]
    .map(([name]) => plain(name))
    .concat(event.code ?? "", plain(event.reason))
    .join("\n")
    .toLowerCase(),
);
const ASSOCIATION_TEXTS = DATA.associations.map((row) =>
  [row.source, row.target]
    .map((member) => (member ? plain(member[0]) : ""))
    .join("\n")
    .toLowerCase(),
);
const relationsOf = (row) =>
  [row.cardinality, row.reused && "reused", row.ambiguous && "ambiguous"].filter(Boolean);

const words = () => state.query.toLowerCase().split(/\s+/).filter(Boolean);

function fittingEvents() {
  const wanted = words();
  return DATA.events.filter(
    (event, at) =>
      (!state.event.size || state.event.has(event.kind)) && has(EVENT_TEXTS[at], wanted),
  );
}

function fittingAssociations() {
  const wanted = words();
  return DATA.associations.filter(
    (row, at) =>
      (!state.relation.size || relationsOf(row).some((one) => state.relation.has(one))) &&
      has(ASSOCIATION_TEXTS[at], wanted),
  );
}

/** Events below a heading for each kind. */
function eventList(events, { most = Infinity } = {}) {
  const made = [];
  let list = null;
  let kind = null;
  for (const event of events.slice(0, most)) {
    if (event.kind !== kind) {
      kind = event.kind;
      const count = events.filter((one) => one.kind === kind).length;
      list = element("ul", { className: "events" });
      made.push(
        element(
          "h3",
          {},
          say(DATA.words.events[kind]),
          element("span", { className: "count" }, String(count)),
        ),
        list,
      );
    }
    list.append(element("li", {}, eventParts({ ...event }).slice(2)));
  }
  return made;
}

function associationTable(rows) {
  const head = ["before", "after", "relation", "basis", "extent"].map((name) =>
    element("th", { scope: "col" }, word(name)),
  );
  const cell = (member) =>
    element(
      "td",
      {},
      member ? linkTo(member[1], say(member[0])) : element("span", { className: "dim" }, "–"),
    );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      cell(row.source),
      cell(row.target),
      element(
        "td",
        {},
        row.cardinality,
        ["reused", "ambiguous"]
          .filter((flag) => row[flag])
          .map((flag) => element("span", { className: "flag open" }, word(flag))),
      ),
      element(
        "td",
        {},
        say(row.basis ?? ""),
        row.reason ? element("p", { className: "reason" }, say(row.reason)) : null,
      ),
      element("td", {}, say(row.extent ?? "")),
    ),
  );
  return element(
    "table",
    { className: "associations" },
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, body),
  );
}

/** Fill a list with its first part; the rest comes by a button. */
function fill(box, values, make, empty) {
  if (!values.length) return box.replaceChildren(element("p", { className: "empty" }, empty));
  const parts = element("div");
  let shown = 0;
  const button = element("button", { type: "button" }, word("more"));
  const grow = () => {
    parts.append(...[make(values.slice(shown, shown + 200))].flat());
    shown += 200;
    button.hidden = shown >= values.length;
  };
  button.addEventListener("click", grow);
  grow();
  return box.replaceChildren(parts, button);
}
