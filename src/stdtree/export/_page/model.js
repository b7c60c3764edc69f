// The data of the page, indexed once so that every later question is a loop over small arrays.

const DATA = JSON.parse(byId("data").textContent);
const ROWS = DATA.rows;
const STRUCTURAL = new Set(DATA.words.structural); // kinds of events to know of first
const RESTATED = new Set(DATA.words.restated); // kinds that say no more than the change itself

/**
 * All changes, flat: parallel arrays, so that a filter touches no objects. A consequence is one of
 * another row's change: what a row's own move did to its code stands with the move.
 */
const CHANGES = { row: [], kind: [], meaning: [], isConsequence: [], entry: [] };
const AT = new Map(); // number of a change -> its place in CHANGES
const PLACE = new Map(); // entity/id -> row
const EVENTS_OF = new Map(); // number of a change -> events that rest on it
const CAUSED = new Map(); // row -> places of the changes that it brought about
const STANDARDS_OF = new Map(); // row of a category -> rows of its standards
const DEPTH = new Int32Array(ROWS.length);
const END = new Int32Array(ROWS.length); // first row behind the branch
const FIRST = new Int32Array(ROWS.length + 1); // first of the row's changes

ROWS.forEach((row, at) => {
  row.up ??= -1;
  row.entries ??= [];
  DEPTH[at] = row.up < 0 ? 0 : DEPTH[row.up] + 1;
  PLACE.set(`${row.entity}/${row.id}`, at);
  FIRST[at] = CHANGES.row.length;
  if (row.entity === "standard") listIn(STANDARDS_OF, row.up, at);
  for (const entry of row.entries) {
    AT.set(entry.n, CHANGES.row.length);
    CHANGES.row.push(at);
    CHANGES.kind.push(entry.kind);
    CHANGES.meaning.push(entry.real === true ? "real" : entry.real === false ? "virtual" : "open");
    CHANGES.isConsequence.push(
      Boolean(entry.cause) && !row.entries.some((e) => e.n === entry.cause),
    );
    CHANGES.entry.push(entry);
  }
});
FIRST[ROWS.length] = CHANGES.row.length;
END.fill(ROWS.length);
{
  const open = [];
  ROWS.forEach((_, at) => {
    while (open.length && DEPTH[open.at(-1)] >= DEPTH[at]) END[open.pop()] = at;
    open.push(at);
  });
}
DATA.events.forEach((event, at) => {
  for (const n of event.changes ?? []) listIn(EVENTS_OF, n, at);
});
CHANGES.entry.forEach((entry, at) => {
  if (CHANGES.isConsequence[at]) listIn(CAUSED, causeOf(entry), at);
});

/** The row of the change that brought a consequence about. */
function causeOf(entry) {
  return CHANGES.row[AT.get(entry.cause)];
}

function listIn(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/** What a search looks through: everything that a row says, in every language, in small letters. */
const HAYSTACK = ROWS.map((row) => {
  const texts = [row.id, row.code, row.codeBefore, row.title, row.titleBefore];
  for (const entry of row.entries) {
    for (const [, lines] of entry.parts) {
      for (const line of lines)
        texts.push(
          line
            .flat()
            .map((piece) => piece.slice(1))
            .join(""),
        );
    }
  }
  return texts.flat().filter(Boolean).join("\n").toLowerCase();
});

const nameOf = (row) => [row.code, say(row.title)].filter(Boolean).join(" ");
