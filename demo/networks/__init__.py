"""Facts of the five networks, one module each."""

from __future__ import annotations

from demo.facts import Centre, Network
from demo.networks import fangshan, fulaishan, jiancaoping, jindong, linhai

NETWORKS: tuple[Network, ...] = (
    fulaishan.NETWORK,
    jiancaoping.NETWORK,
    linhai.NETWORK,
    fangshan.NETWORK,
    jindong.NETWORK,
)


def all_centres() -> tuple[Centre, ...]:
    """Return every centre of the five networks, parents before children."""
    return tuple(centre for network in NETWORKS for centre in network.area.all_centres())
