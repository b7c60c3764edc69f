// What the reader has chosen. It lives in the address (#…), so that a view can be shared.

const VIEWS = ["overview", "changes", "events", "correspondence", "statistics"];
const CHOICES = ["kind", "of", "level", "meaning", "event", "relation"]; // several values each
const state = {
  view: "overview",
  query: "",
  owner: "",
  consequences: false,
  at: "", // entity/id of the row that is open
  n: 0, // number of the change that the address points to
  ...Object.fromEntries(CHOICES.map((choice) => [choice, new Set()])),
};

/** `#14` alone points to a change and leaves the filters as they are. */
function readAddress() {
  const [view] = location.hash.slice(1).split("&", 1);
  const given = new URLSearchParams(location.hash.slice(view.length + 2));
  const place = AT.get(Number(view));
  state.n = place === undefined ? 0 : Number(view);
  if (place !== undefined) {
    state.view = "changes";
    state.at = keyOf(CHANGES.row[place]);
    return given.get("lang");
  }
  state.view = VIEWS.includes(view) ? view : "overview";
  state.query = given.get("q") ?? "";
  state.owner = given.get("owner") ?? "";
  state.consequences = given.has("consequences");
  state.at = given.get("at") ?? "";
  for (const choice of CHOICES) {
    state[choice] = new Set((given.get(choice) ?? "").split(",").filter(Boolean));
  }
  return given.get("lang");
}

const keyOf = (at) => `${ROWS[at].entity}/${ROWS[at].id}`;

function address(changed = {}) {
  const now = { ...state, ...changed };
  const rest = new URLSearchParams();
  for (const choice of CHOICES) {
    if (now[choice].size) rest.set(choice, [...now[choice]].join(","));
  }
  if (now.owner) rest.set("owner", now.owner);
  if (now.consequences) rest.set("consequences", "1");
  if (now.query) rest.set("q", now.query);
  if (now.at && now.view === "changes") rest.set("at", now.at);
  rest.set("lang", language);
  return `#${now.view}&${rest.toString().replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}

const WRITE_EVERY = 300; // ms; browsers refuse to be told much more often
let written = -WRITE_EVERY;
let toWrite = 0;

function writeAddress() {
  state.n = 0;
  const write = () => {
    toWrite = 0;
    written = performance.now();
    history.replaceState(null, "", address());
  };
  const wait = written + WRITE_EVERY - performance.now();
  if (wait <= 0) write();
  else toWrite ||= setTimeout(write, wait);
}

// -- which changes fit ----------------------------------------------------------------------------

const OBJECT = (row) =>
  row.entity === "category" || row.entity === "standard" ? row.entity : "other";

/** Each dimension of the filters: the value of a change in it. */
const DIMENSIONS = {
  kind: (at) => CHANGES.kind[at],
  of: (at) => OBJECT(ROWS[CHANGES.row[at]]),
  level: (at) => ROWS[CHANGES.row[at]].level ?? "",
  meaning: (at) => CHANGES.meaning[at],
};
const VALUES = Object.fromEntries(
  Object.entries(DIMENSIONS).map(([name, value]) => [name, CHANGES.row.map((_, at) => value(at))]),
);

/**
 * The places of the changes that fit, how many consequences are left out, and for each value of a
 * dimension how many would fit if only the other dimensions were filtered.
 */
function matching() {
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  const searched = ROWS.map((row, at) => {
    if (state.owner && (row.owner ?? "-") !== state.owner) return false;
    return words.every((one) => HAYSTACK[at].includes(one));
  });
  const dimensions = Object.keys(DIMENSIONS).map((name) => ({
    values: VALUES[name],
    wanted: state[name].size ? state[name] : null,
    counts: new Map(),
    name,
  }));
  const listsAll = state.consequences || words.length > 0;
  const fitting = [];
  let folded = 0;
  for (let at = 0; at < CHANGES.row.length; at += 1) {
    if (!searched[CHANGES.row[at]]) continue;
    let missed = null; // the only dimension that it does not fit
    let misses = 0;
    for (const one of dimensions) {
      if (one.wanted && !one.wanted.has(one.values[at])) {
        missed = one;
        misses += 1;
      }
    }
    if (misses > 1) continue;
    if (!listsAll && CHANGES.isConsequence[at]) {
      folded += misses === 0;
      continue;
    }
    for (const one of missed ? [missed] : dimensions) {
      const value = one.values[at];
      one.counts.set(value, (one.counts.get(value) ?? 0) + 1);
    }
    if (!missed) fitting.push(at);
  }
  const counts = Object.fromEntries(dimensions.map((one) => [one.name, one.counts]));
  return { fitting, folded, counts };
}
