"""What the screens show: pure functions from values to lines. No Textual, no workspace, no state.

A `Line` is what is shown and what it stands for; widgets choose colours and draw. All text from
data passes through `safe` when a line is fitted to its width, and nowhere else.
"""
