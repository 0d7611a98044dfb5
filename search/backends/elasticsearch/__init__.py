"""Elasticsearch 9 as accelerator: the same analysis, the same hits; the database stands behind it.

The engine only splits on white space. Requests never write to it: what has changed is noted in the
database (`search.pending`) and sent from there. Whatever fails or cannot be trusted, the same query
is answered by the backend named "database".
"""

from .backend import ElasticsearchBackend

SearchBackend = ElasticsearchBackend
