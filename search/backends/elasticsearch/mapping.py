"""What the engine is told of a model, and what it is given of an object: tokens, not texts."""

from __future__ import annotations

from modelsearch.backends import elasticsearch9 as stock
from modelsearch.index import AutocompleteField, FilterField, SearchField

from chinese.sound import suggest_tokens
from chinese.tokens import index_tokens
from search.fields import TokensField

from ..common import analysed


class Mapping(stock.Elasticsearch9Mapping):
    """Text fields hold our tokens, split on white space; fields of codes hold a list of them."""

    edgengram_analyzer_config = {}

    def get_mapping(self):
        mapping = super().get_mapping()
        _split_on_white_space(mapping["properties"])
        return mapping

    def _get_document_field_data(self, field, obj):
        name, value, names = super()._get_document_field_data(field, obj)
        if isinstance(field, SearchField):
            return name, analysed(value, index_tokens), []
        if isinstance(field, AutocompleteField):
            text = analysed(value, suggest_tokens)
            return name, text, [text]
        if isinstance(field, FilterField) and isinstance(field.get_field(self.model), TokensField):
            return name, value.split(), []
        return name, value, names


def _split_on_white_space(properties: dict) -> None:
    """Let text be split only, and score by what matched where.

    A score that knows how frequent words are counts documents that were withdrawn, until the engine
    clears them away: the order of what is left would tell of them.
    """
    for field in properties.values():
        if field["type"] == "text":
            field["analyzer"] = "whitespace"
            field["similarity"] = "boolean"
        _split_on_white_space(field.get("properties", {}))
