"""What `stdtree edit --help` explains: how things are named, conditions, batches."""

from __future__ import annotations

from stdtree.cli.batch_lines import LINE
from stdtree.label import Label

TEXT = Label(
    "每项操作都写入操作日志和文件，可以撤销；操作后加 --dry-run 只显示结果。类目可用标识或体系"
    "编号指明，标准可用标识或标准编号。文字写作 zh=…，不写语言则为体系的首种语言。\n\n"
    "有 --where 的操作可一次用于所有符合条件者，有一个不能执行则全部不执行。条件以空格隔开，"
    "须同时满足。类目：code:BB（code:BB* 为以 BB 开头）、status:draft、owner:标识（含继承；"
    "owner: 为无）、facet:chain=research（facet:chain 为任一取值）、text:词语。标准："
    "number:GB/T*（number: 为没有编号）、status:in-force、plan:to-revise、text:词语，"
    "以及所在类目的 code:、owner:、facet:。\n\n"
    f"--batch 执行文件中的全部操作，有一项不能执行则全部不执行。每行一个 JSON：{LINE}。"
    "各项名称同该操作的选项，连字符写作下划线；后面的行可以引用前面的行新增的内容；每行可单独撤销。",
    "Each operation is journalled, saved, and can be undone; --dry-run after it only shows what"
    " would come of it. Name categories by id or code, standards by id or number. Write texts"
    " as zh=…; without a language they are in the system's first one.\n\n"
    "Operations that take --where act on all that fulfil its conditions, or on none if one"
    " cannot be changed. Conditions are divided by spaces and must all hold. Of categories:"
    " code:BB (code:BB* is what begins with BB), status:draft, owner:ID (also inherited; owner:"
    " is nobody), facet:chain=research (facet:chain is any value), text:WORDS. Of standards:"
    " number:GB/T* (number: is those without one), status:in-force, plan:to-revise, text:WORDS,"
    " and code:, owner:, facet: of the home category.\n\n"
    "--batch carries out the operations of a file, all of them or none. One JSON object a line:"
    f" {LINE}. Fields are called like the operation's options, with underscores for hyphens; a"
    " line may name what lines before it added; each is undone as one.",
)
