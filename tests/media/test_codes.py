import re

from media.models import LivestreamPage
from tests.factories.media import make_livestream


def stored(page):
    return LivestreamPage.objects.get(pk=page.pk)


def test_a_draft_has_no_code_and_publication_gives_one(centre):
    page = make_livestream(centre, publish=False)
    assert page.code is None
    page.get_latest_revision().publish()
    assert re.fullmatch("[2-9a-hjkmnp-z]{7}", stored(page).code)


def test_the_code_outlives_older_revisions_and_unpublication(centre):
    page = make_livestream(centre, publish=False)
    first = page.get_latest_revision()
    first.publish()
    code = stored(page).code
    changed = stored(page)
    changed.title = "改了题目"
    changed.save_revision().publish()
    assert stored(page).code == code
    first.publish()
    assert stored(page).code == code
    stored(page).unpublish()
    stored(page).get_latest_revision().publish()
    assert stored(page).code == code


def test_a_stale_copy_cannot_take_the_code_away(livestream):
    stale = stored(livestream)
    stale.code = None
    stale.save()
    assert stored(livestream).code == livestream.code


def test_a_copy_gets_a_code_of_its_own(livestream, centre):
    copy = livestream.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert stored(copy).code is None
    stored(copy).get_latest_revision().publish()
    assert stored(copy).code not in (None, livestream.code)


def test_the_short_address_leads_to_the_page_in_each_language(client, livestream):
    for prefix in ("", "/en", "/zh-hant"):
        response = client.get(f"{prefix}/r/{livestream.code}/")
        assert (response.status_code, response["Location"]) == (302, prefix + livestream.address)


def test_the_short_address_of_a_withdrawn_page_is_gone(client, livestream):
    livestream.unpublish()
    assert client.get(f"/r/{livestream.code}/").status_code == 410
    assert client.get("/r/nothing/").status_code == 404
