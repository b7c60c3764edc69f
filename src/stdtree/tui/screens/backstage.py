"""What the main screen has done in threads: reading, checking, counting, asking git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.errors import StdtreeError
from stdtree.tui.present.sums import BranchSums
from stdtree.tui.screens.keyed import KeyedScreen
from stdtree.workspace.glimpse import keep_glimpse

if TYPE_CHECKING:
    from collections.abc import Callable

    from stdtree.model.branch import Standing
    from stdtree.model.category import Category
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.tui.loading import Loading
    from stdtree.tui.present.found import Found
    from stdtree.workspace import Workspace
    from stdtree.workspace.uncommitted import SinceCommit, Uncommitted

FEW = 2_000
"""Up to so many categories are counted at once."""


class Backstage(KeyedScreen):
    """Threads work on the tree as it was; what they find counts only while it still is."""

    workspace: Workspace
    today: Callable[[], str]
    is_ready = False
    """Whether the system has been read."""
    _loading: Loading | None = None
    _since: SinceCommit | None = None
    _is_checking = False
    _is_stale = False
    """Whether there was an edit after the check began that is under way."""

    # what the screen shows of it ------------------------------------------------------------------

    def loaded(self) -> None:
        """The system has been read."""

    def checked(self, found: Found) -> None:
        """The rules have run."""

    def compared(self, uncommitted: Uncommitted | None) -> None:
        """Git knows what differs from the last commit."""

    def stood(self, standing: Standing | None) -> None:
        """Git knows how the branch stands to the one that others have."""

    def counted(self, standards: BranchSums) -> None:
        """All standards have been counted."""

    # doing it -------------------------------------------------------------------------------------

    def begin(self, loading: Loading | None) -> None:
        """Wait for the system to be read, without holding up the screen."""
        self._loading = loading
        if loading is None or loading.is_done:
            self._ready()
        else:
            self.run_worker(self._wait, thread=True, group="loading")

    def _wait(self) -> None:
        if self._loading is not None:
            self._loading.wait()
            self.app.call_from_thread(self._ready)

    def _ready(self) -> None:
        self.is_ready = True
        taxonomy = self.workspace.taxonomy
        few = len(taxonomy.categories) <= FEW
        self.loaded()
        if few:
            self.counted(_counted(taxonomy))
        self.call_after_refresh(self._begin_work, few)  # the picture comes first

    def _begin_work(self, few: bool) -> None:  # noqa: FBT001 -- passed on by Textual
        self.check()
        if not few:
            self.run_worker(self._count, thread=True, group="count")
        self.run_worker(_import_the_rest, thread=True, group="import")

    def check(self) -> None:
        """Check the tree as it is now, and again if it changes meanwhile."""
        if self._is_checking:
            self._is_stale = True
            return
        self._is_checking, self._is_stale = True, False
        self.run_worker(self._check, thread=True, group="check")

    def _check(self) -> None:
        from stdtree import rules
        from stdtree.tui.present.found import found
        from stdtree.workspace.sharing import standing
        from stdtree.workspace.uncommitted import SinceCommit

        taxonomy = self.workspace.taxonomy
        try:
            seen = found(self.workspace.check(taxonomy, today=self.today()), taxonomy)
            self._tell(taxonomy, lambda: self.checked(seen))
            rules.prepare(taxonomy)
            self._since = self._since or SinceCommit(self.workspace)
            uncommitted = self._since.look(taxonomy)
            self._tell(taxonomy, lambda: self.compared(uncommitted))
            stands = standing(self.workspace)
            self._tell(taxonomy, lambda: self.stood(stands))
            self.workspace.search.prepare(lambda: self._is_stale or not self.is_attached)
        except StdtreeError as error:
            self.app.call_from_thread(self.tell, error)
        finally:
            self.app.call_from_thread(self._check_ended)

    def _check_ended(self) -> None:
        self._is_checking = False
        if self._is_stale and self.is_attached:
            self.check()

    def _count(self) -> None:
        taxonomy = self.workspace.taxonomy
        keep_glimpse(self.workspace.root, taxonomy)
        standards = _counted(taxonomy)
        for category in taxonomy.categories.values():
            taxonomy.children(category.id)  # sorted once, so that opening a branch need not
        if not self._tell(taxonomy, lambda: self.counted(standards)):
            self._count()

    def _tell(self, taxonomy: Taxonomy, say: Callable[[], None]) -> bool:
        """Show what was found of a tree, unless the tree is another one now; False then."""

        def told() -> bool:
            if taxonomy is not self.workspace.taxonomy:
                return False
            if self.is_attached:
                say()
            return True

        return self.app.call_from_thread(told)


def _import_the_rest() -> None:
    """What forms are made from takes long to import; nobody should wait for it at the first key."""
    from stdtree import edit

    for operation_id in edit.operation_ids():
        edit.operation_type(operation_id)


def _counted(taxonomy: Taxonomy) -> BranchSums:
    sums = BranchSums(taxonomy, _standards)
    for category_id in taxonomy.categories:
        sums.of(category_id)
    return sums


def _standards(category: Category) -> int:
    return len(category.standards)
