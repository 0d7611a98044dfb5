import pytest

from tests.factories import accounts as factory


@pytest.fixture
def tree(db):
    return factory.tree()


@pytest.fixture
def boss(tree):
    """The administrator of the first network."""
    return factory.person("boss", role="administrator", node=tree.network)
