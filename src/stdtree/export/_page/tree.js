// The tree of changes: only the lines that are in view exist, however many there are.

const LINE = { plain: 32, changed: 56 }; // heights, as in the style sheet

class Tree {
  constructor(box, onOpen) {
    this.box = box;
    this.canvas = element("div", { className: "canvas", role: "presentation" });
    this.box.append(this.canvas);
    this.closed = new Set();
    this.open = onOpen;
    this.active = -1; // row
    this.fits = new Uint8Array(ROWS.length); // 2: something of it fits, 1: something below it
    this.shown = new Uint8Array(CHANGES.row.length); // changes that fit
    this.place = new Int32Array(ROWS.length); // row -> line, or -1
    this.position = new Int32Array(ROWS.length); // among its siblings, from 1
    this.size = new Int32Array(ROWS.length + 1); // of the group below a row; the roots come last
    box.addEventListener("scroll", () => this.later(), { passive: true });
    box.addEventListener("click", (event) => this.clicked(event));
    box.addEventListener("keydown", (event) => this.pressed(event));
    new ResizeObserver(() => this.later()).observe(box);
  }

  /** Show the rows of these changes, and what stands above them; one row is chosen. */
  show(places, active) {
    this.fits.fill(0);
    this.shown.fill(0);
    for (const place of places) {
      const at = CHANGES.row[place];
      this.shown[place] = 1;
      this.fits[at] = 2;
      for (let up = ROWS[at].up; up >= 0 && !this.fits[up]; up = ROWS[up].up) this.fits[up] = 1;
    }
    this.active = active ?? -1;
    this.arrange();
    this.reveal(this.active);
  }

  /** Which rows are there, how far down each stands, and where among its siblings. */
  arrange() {
    this.lines = [];
    this.tops = [];
    this.place.fill(-1);
    this.size.fill(0);
    let top = 0;
    for (let at = 0; at < ROWS.length; at += 1) {
      if (!this.fits[at]) continue;
      const group = this.groupOf(at);
      this.size[group] += 1;
      this.position[at] = this.size[group];
      this.place[at] = this.lines.length;
      this.lines.push(at);
      this.tops.push(top);
      top += this.heightOf(at);
      if (this.closed.has(at)) at = END[at] - 1;
    }
    this.canvas.style.height = `${top}px`;
  }

  groupOf(at) {
    return ROWS[at].up < 0 ? ROWS.length : ROWS[at].up;
  }

  heightOf(at) {
    return this.fits[at] === 2 ? LINE.changed : LINE.plain;
  }

  later() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      this.draw();
    });
  }

  lineAt(y) {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tops[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  draw() {
    if (!this.lines?.length) {
      this.canvas.replaceChildren(element("p", { className: "empty" }, word("nothing")));
      this.box.removeAttribute("aria-activedescendant");
      return;
    }
    const { scrollTop, clientHeight } = this.box;
    const from = Math.max(0, this.lineAt(scrollTop) - 4);
    const to = Math.min(this.lines.length - 1, this.lineAt(scrollTop + clientHeight) + 4);
    const shown = [];
    for (let line = from; line <= to; line += 1) shown.push(this.item(line));
    const active = this.active < 0 ? -1 : this.place[this.active];
    if (active >= 0 && (active < from || active > to)) shown.push(this.item(active));
    this.canvas.replaceChildren(...shown);
    if (active < 0) this.box.removeAttribute("aria-activedescendant");
    else this.box.setAttribute("aria-activedescendant", `row-${this.active}`);
  }

  item(line) {
    const at = this.lines[line];
    const row = ROWS[at];
    const isParent = END[at] > at + 1 && this.hasBelow(at);
    const isOpen = isParent && !this.closed.has(at);
    const made = element(
      "div",
      {
        id: `row-${at}`,
        className: `line ${this.fits[at] === 2 ? "changed" : "plain"} ${row.gone ? "gone" : ""}`,
        role: "treeitem",
        "aria-level": DEPTH[at] + 1,
        "aria-setsize": this.size[this.groupOf(at)],
        "aria-posinset": this.position[at],
        "aria-selected": String(at === this.active),
        "aria-expanded": isParent ? String(isOpen) : null,
      },
      element(
        "span",
        { className: "twist", "aria-hidden": "true" },
        isParent ? (isOpen ? "▾" : "▸") : "",
      ),
      element(
        "span",
        { className: "name" },
        element("span", { className: "title" }, nameParts(row)),
        this.fits[at] === 1 ? [...kindsOf(row)].map(mark) : null,
      ),
      this.fits[at] === 2
        ? summaryOf(
            at,
            placesOf(at).filter((place) => this.shown[place]),
          )
        : null,
    );
    made.style.transform = `translateY(${this.tops[line]}px)`;
    made.style.setProperty("--depth", Math.min(DEPTH[at], 12));
    return made;
  }

  hasBelow(at) {
    for (let next = at + 1; next < END[at]; next += 1) if (this.fits[next]) return true;
    return false;
  }

  clicked(event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    const at = Number(item.id.slice(4));
    if (event.target.closest(".twist") && item.hasAttribute("aria-expanded")) this.toggle(at);
    else this.choose(at);
  }

  toggle(at, shut = !this.closed.has(at)) {
    if (shut) this.closed.add(at);
    else this.closed.delete(at);
    this.arrange();
    this.draw();
  }

  choose(at) {
    this.active = at;
    this.reveal(at);
    this.open(at);
  }

  /** Unfold what is above the row and scroll to it. */
  reveal(at) {
    if (at < 0 || !this.fits[at]) return this.draw();
    let unfolded = false;
    for (let up = ROWS[at].up; up >= 0; up = ROWS[up].up) {
      unfolded = this.closed.delete(up) || unfolded;
    }
    if (unfolded) this.arrange();
    const top = this.tops[this.place[at]];
    const bottom = top + this.heightOf(at);
    const { scrollTop, clientHeight } = this.box;
    const isFar =
      bottom < scrollTop - LINE.changed || top > scrollTop + clientHeight + LINE.changed;
    if (isFar) this.box.scrollTop = top - clientHeight / 3;
    else if (top < scrollTop) this.box.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.box.scrollTop = bottom - clientHeight;
    return this.draw();
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.lines.length) return;
    const line = this.active < 0 ? -1 : this.place[this.active];
    const page = Math.max(1, Math.floor(this.box.clientHeight / LINE.changed) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const { key } = event;
    if (key in steps) this.step(line + steps[key]);
    else if (key === "Home") this.step(0);
    else if (key === "End") this.step(this.lines.length - 1);
    else if (key === "ArrowRight" || key === "ArrowLeft") this.sideways(key === "ArrowRight");
    else if (key === "Enter" || key === " ") byId("details").focus();
    else if (key.length === 1 && key !== "/") this.type(key, line);
    else return;
    event.preventDefault();
  }

  step(line) {
    this.choose(this.lines[Math.max(0, Math.min(this.lines.length - 1, line))]);
  }

  sideways(right) {
    const at = this.active;
    if (at < 0) return this.step(0);
    const isOpen = this.hasBelow(at) && !this.closed.has(at);
    if (right && this.closed.has(at)) return this.toggle(at, false);
    if (right && isOpen) return this.step(this.place[at] + 1);
    if (!right && isOpen) return this.toggle(at, true);
    if (!right && ROWS[at].up >= 0) return this.choose(ROWS[at].up);
    return undefined;
  }

  /** The next line whose code or title starts with the letter. */
  type(letter, line) {
    const wanted = letter.toLowerCase();
    const next = [...this.lines.slice(line + 1), ...this.lines.slice(0, line + 1)].find((at) =>
      nameOf(ROWS[at]).toLowerCase().startsWith(wanted),
    );
    if (next !== undefined) this.choose(next);
  }
}

function nameParts(row) {
  return [row.code ? element("span", { className: "code" }, row.code, " ") : null, say(row.title)];
}

/** The second line of a row: what happened, each kind once, with the shortest before and after. */
function summaryOf(at, places) {
  const told = [];
  const entries = places.map((place) => CHANGES.entry[place]);
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const brief = briefly(
      entries.filter((entry) => entry.kind === kind),
      ROWS[at],
    );
    told.push([mark(kind), " ", element("span", { className: "what" }, brief)]);
  }
  const caused = CAUSED.get(at)?.length;
  if (caused) told.push(element("span", { className: "caused" }, say(SAID.caused(caused))));
  return element(
    "span",
    { className: "summary" },
    told.map((one) => element("span", {}, one)),
  );
}

/** Changes of one kind in a few words. */
function briefly([entry, ...others], row) {
  const comma = language === "zh" ? "、" : ", ";
  switch (entry.kind) {
    case "recoded":
      return `${row.codeBefore ?? "–"} → ${row.code ?? "–"}`;
    case "moved":
      return entry.parts[0][1]
        .map((line) => `${oneSide(line, "+")} → ${oneSide(line, "-")}`)
        .join();
    case "renamed":
      return row.titleBefore && say(row.titleBefore) !== say(row.title)
        ? `${word("was")}${say(row.titleBefore)}`
        : [entry, ...others].map((one) => say(one.parts[0][0])).join(comma);
    case "field":
      return [...new Set([entry, ...others].map((one) => say(one.parts[0][0])))].join(comma);
    default:
      return "";
  }
}

/** The pieces of a line in the language that is shown. */
const piecesOf = (line) => (Array.isArray(line[0]) ? line[language === "zh" ? 0 : 1] : line);

/** A line as it was or as it is: without the pieces of the other side. */
const oneSide = (line, without) =>
  piecesOf(line)
    .filter((piece) => piece[0] !== without)
    .map((piece) => piece.slice(1))
    .join("");

const kindsOf = (row) => new Set(row.entries.map((entry) => entry.kind));

const mark = (kind) => element("span", { className: `mark ${kind}` }, say(DATA.words.kinds[kind]));
