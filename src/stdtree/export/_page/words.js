// What the page itself says, in both languages, and the one way in which anything becomes visible:
// as text. No script here ever parses HTML.

const WORDS = {
  search: ["搜索编号、名称、文本", "Search codes, titles, texts"],
  kind: ["变更类型", "Kind of change"],
  of: ["对象", "What changed"],
  level: ["层级", "Level"],
  owner: ["责任单位", "Owner"],
  meaning: ["实质与否", "Real or virtual"],
  real: ["实质变更", "real"],
  virtual: ["形式变更", "virtual"],
  open: ["待定", "undecided"],
  judged: ["（已判定）", " (judged)"],
  proposed: ["（建议）", " (proposed)"],
  anybody: ["全部责任单位", "every owner"],
  nobody: ["未指定", "nobody"],
  consequences: ["列出连带变更", "List consequences"],
  reset: ["清除筛选", "Clear filters"],
  nothing: ["没有符合条件的变更。", "No change fits."],
  noEvents: ["没有符合条件的事件。", "No event fits."],
  noRows: ["没有符合条件的对照项。", "No association fits."],
  unchanged: [
    "本身没有变更，仅标明下列变更所在的位置。",
    "Unchanged itself: it shows where the changes below it are.",
  ],
  field: ["项目", "Field"],
  tree: ["变更的类目和标准", "Changed categories and standards"],
  filters: ["筛选", "Filters"],
  details: ["变更前后", "Before and after"],
  permalink: ["本项变更的链接", "Link to this change"],
  reason: ["理由", "Reason"],
  inferred: ["推断", "inferred"],
  ambiguous: ["不确定", "ambiguous"],
  reused: ["编码复用", "code reused"],
  caused: ["连带变更", "Consequences"],
  cause: ["起因", "Cause"],
  causedBy: ["连带变更，起因：", "A consequence of "],
  inTable: ["标准明细表中的变更", "Changes in its table of standards"],
  more: ["再显示一些", "Show more"],
  before: ["变更前", "Before"],
  after: ["变更后", "After"],
  event: ["事件类型", "Kind of event"],
  events: ["事件", "Events"],
  changes: ["变更", "Changes"],
  correspondence: ["对照表", "Correspondence"],
  relation: ["关系", "Relation"],
  basis: ["依据", "Basis"],
  extent: ["范围", "Extent"],
  code: ["编号", "code"],
  was: ["原名：", "was: "],
  id: ["标识", "id"],
  filtered: ["仅含符合筛选条件的变更：", "Only the changes that fit: "],
};

const SAID = {
  shown: (n, all) => [`显示 ${n} / ${all} 项变更`, `${n} of ${all} changes`],
  folded: (n) => [`，另有 ${n} 项连带变更未列出`, `, and ${n} consequences not listed`],
  caused: (n) => [`连带 ${n} 项`, `${n} ${n === 1 ? "consequence" : "consequences"}`],
  listed: (n, all) => [`显示 ${n} / ${all} 项`, `${n} of ${all}`],
  stayed: (n) => [
    `其余 ${n} 个类目一一对应，编号和名称不变。`,
    `${n} others are the same under the same code and title.`,
  ],
};

let language = "zh";

/** A text of the data or of this page in the language that is shown. */
const say = (told) => (Array.isArray(told) ? told[language === "zh" ? 0 : 1] : told);

const word = (name) => say(WORDS[name]);

/** An element with properties, attributes (where there is no property) and children. */
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key in made) made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

const byId = (id) => document.getElementById(id);
