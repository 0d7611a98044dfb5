"""What of a list belongs to the nodes of the person who looks."""

from django import template

from .. import walls

register = template.Library()


@register.simple_tag(takes_context=True)
def own_collections(context, collections):
    return walls.own_collections(collections, context["request"].user)
