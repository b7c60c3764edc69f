"""One file = one command; the file name is its name. Each holds `run`, made by `command(Help(…))`.

The module docstring is the command's first line of help: a sentence in English, an empty line, the
same in Chinese. `stdtree --help` reads just these lines and imports no command.
"""
