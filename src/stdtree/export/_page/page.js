// Putting it together: the address decides what is shown, and every control changes the address.

const tree = new Tree(byId("tree"), (at) => {
  state.at = keyOf(at);
  writeAddress();
  openDetails(at);
});

function openDetails(at) {
  byId("details").replaceChildren(
    at === undefined ? element("p", { className: "empty" }, word("nothing")) : detailsOf(at),
  );
  byId("details").scrollTop = 0;
}

/** The checkboxes of one dimension, with how many changes each would show. */
function choices(name, values, counts) {
  const boxes = values
    .filter(([value]) => counts.has(value) || state[name].has(value))
    .map(([value, told]) => {
      const count = counts.get(value) ?? 0;
      const input = element("input", {
        type: "checkbox",
        name,
        value,
        checked: state[name].has(value),
      });
      return element(
        "label",
        { className: `choice ${name === "kind" ? value : ""}` },
        input,
        element("span", {}, say(told)),
        element("span", { className: "count" }, String(count)),
      );
    });
  if (!boxes.length) return null;
  return element("fieldset", {}, element("legend", {}, word(name)), boxes);
}

const entries = (table) => Object.entries(table);

/** New controls in a form; what had the focus has it again. */
function renew(form, controls) {
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  form.replaceChildren(...controls.filter(Boolean));
  const isThat = (one) =>
    one.name === focused.name && (one.type !== "checkbox" || one.value === focused.value);
  if (focused) [...form.elements].find(isThat)?.focus();
}

function drawFilters(counts) {
  const objects = ["category", "standard"].map((one) => [one, DATA.words.entities[one]]);
  const owner = element(
    "select",
    { id: "owner", name: "owner" },
    [["", WORDS.anybody], ...entries(DATA.owners), ["-", WORDS.nobody]].map(([id, told]) =>
      element("option", { value: id, selected: id === state.owner }, say(told)),
    ),
  );
  renew(byId("filters"), [
    choices("kind", entries(DATA.words.kinds), counts.kind),
    choices("of", [...objects, ["other", DATA.words.other]], counts.of),
    choices("level", entries(DATA.levels), counts.level),
    choices(
      "meaning",
      ["real", "virtual", "open"].map((one) => [one, WORDS[one]]),
      counts.meaning,
    ),
    element(
      "fieldset",
      {},
      element("legend", {}, element("label", { htmlFor: "owner" }, word("owner"))),
      owner,
    ),
    element(
      "div",
      { className: "last" },
      element(
        "label",
        { className: "choice" },
        element("input", { type: "checkbox", name: "consequences", checked: state.consequences }),
        element("span", {}, word("consequences")),
      ),
      element("button", { type: "reset" }, word("reset")),
    ),
  ]);
}

function showChanges() {
  const { fitting, folded, counts } = matching();
  drawFilters(counts);
  const at = PLACE.get(state.at) ?? CHANGES.row[fitting[0]];
  tree.show(fitting, at);
  announce(
    say(SAID.shown(fitting.length, CHANGES.row.length)) + (folded ? say(SAID.folded(folded)) : ""),
  );
  openDetails(at);
  if (state.n) byId(`change-${state.n}`)?.classList.add("pointed");
}

function showEvents() {
  const events = fittingEvents();
  const counts = tally(DATA.events.map((event) => event.kind));
  const kinds = entries(DATA.words.events).filter(([kind]) => counts.has(kind));
  renew(byId("event-filters"), [choices("event", kinds, counts)]);
  fill(byId("event-list"), events, (some) => eventList(some), word("noEvents"));
  announce(say(SAID.listed(events.length, DATA.events.length)));
}

function showCorrespondence() {
  const rows = fittingAssociations();
  const counts = tally(DATA.associations.flatMap(relationsOf));
  const relations = ["1:1", "1:n", "n:1", "n:m", "1:0", "0:1"].map((one) => [one, one]);
  for (const flag of ["reused", "ambiguous"]) relations.push([flag, WORDS[flag]]);
  renew(byId("relation-filters"), [choices("relation", relations, counts)]);
  fill(byId("association-list"), rows, associationTable, word("noRows"));
  announce(say(SAID.listed(rows.length, DATA.associations.length)));
  byId("stayed").textContent = say(SAID.stayed(DATA.stayed));
}

function showOverview() {
  const structural = DATA.events.filter((event) => STRUCTURAL.has(event.kind));
  byId("highlights").replaceChildren(...eventList(structural, { most: 60 }));
  announce("");
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const announce = (text) => {
  if (byId("result").textContent !== text) byId("result").textContent = text;
};

const SHOW = {
  overview: showOverview,
  changes: showChanges,
  events: showEvents,
  correspondence: showCorrespondence,
  statistics: () => announce(""),
};

function draw() {
  const started = performance.now();
  document.documentElement.lang = language;
  document.title = byId(`title-${language}`).textContent;
  for (const view of VIEWS) byId(view).hidden = view !== state.view;
  document.body.dataset.view = state.view;
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", link.hash === `#${state.view}`);
    if (link.hash === `#${state.view}`) link.setAttribute("aria-current", "page");
  }
  byId("search").value = state.query;
  byId("search").placeholder = word("search");
  for (const [id, name] of Object.entries({
    search: "search",
    filters: "filters",
    tree: "tree",
    details: "details",
  })) {
    byId(id).setAttribute("aria-label", word(name));
  }
  SHOW[state.view]();
  performance.measure(`draw ${state.view}`, { start: started });
}

// -- what the reader does -------------------------------------------------------------------------

function choose(event) {
  const { name, value, checked } = event.target;
  if (name === "owner") state.owner = value;
  else if (name === "consequences") state.consequences = checked;
  else if (CHOICES.includes(name)) checked ? state[name].add(value) : state[name].delete(value);
  else return;
  writeAddress();
  draw();
}

for (const id of ["filters", "event-filters", "relation-filters"]) {
  byId(id).addEventListener("change", choose);
  byId(id).addEventListener("submit", (event) => event.preventDefault());
}
byId("filters").addEventListener("reset", (event) => {
  event.preventDefault();
  for (const choice of CHOICES) state[choice].clear();
  Object.assign(state, { owner: "", query: "", consequences: false });
  writeAddress();
  draw();
});
byId("search").addEventListener("input", (event) => {
  state.query = event.target.value;
  if (!["changes", "events", "correspondence"].includes(state.view)) state.view = "changes";
  writeAddress();
  draw();
});
byId("search").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.query) {
    state.query = "";
    writeAddress();
    draw();
  }
  if (event.key === "ArrowDown" && state.view === "changes") byId("tree").focus();
});
byId("tree").addEventListener("focus", () => {
  if (tree.active < 0 || tree.place[tree.active] < 0) tree.step(0);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select")) return;
  event.preventDefault();
  byId("search").focus();
});
for (const input of document.querySelectorAll("input[name=lang]")) {
  input.addEventListener("change", () => {
    language = input.value;
    writeAddress();
    draw();
  });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest('nav a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  location.hash = address({ view: link.hash.slice(1) });
});
addEventListener("hashchange", () => {
  speak(readAddress());
  draw();
});

/** Which language to show: the one asked for, else the one that is shown. */
function speak(asked) {
  if (["zh", "en"].includes(asked)) language = asked;
  byId(`lang-${language}`).checked = true;
}

language = /^zh\b/i.test(navigator.language) ? "zh" : "en";
speak(readAddress());
document.documentElement.classList.add("js");
byId("plain")?.remove();
if (matchMedia("(max-width: 600px)").matches) byId("filtering").open = false;
draw();
