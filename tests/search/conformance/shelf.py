"""The books, people and meetings that modelsearch's tests ask for; its package leaves them out."""

from datetime import date, time

from modelsearch.test.testapp.models import (
    AgendaItem,
    Author,
    Book,
    Character,
    Meeting,
    MPAnimal,
    Novel,
    NSAnimal,
    ProgrammingGuide,
    Speaker,
    UnindexedBook,
)

BORN = {
    "George R.R. Martin": date(1948, 9, 20),
    "J. R. R. Tolkien": date(1892, 1, 3),
    "Isaac Asimov": date(1920, 1, 2),
}
RING = ["Frodo Baggins", "Bilbo Baggins", "Gandalf"]
THRONES = ["Daenerys Targaryen", "Jon Snow"]
# Title, author, first published, pages, setting, characters, the protagonist among them.
NOVELS = [
    ("A Game of Thrones", "George R.R. Martin", date(1996, 8, 1), 694, "Westeros",
     [*THRONES, "Eddard Stark"], None),
    ("A Clash of Kings", "George R.R. Martin", date(1998, 1, 1), 768, "Westeros", THRONES, None),
    ("A Storm of Swords", "George R.R. Martin", date(2000, 1, 1), 973, "Westeros", THRONES, None),
    ("The Fellowship of the Ring", "J. R. R. Tolkien", date(1954, 7, 29), 423, "Middle Earth",
     RING, "Frodo Baggins"),
    ("The Two Towers", "J. R. R. Tolkien", date(1954, 11, 11), 352, "Middle Earth",
     RING, "Frodo Baggins"),
    ("The Return of the King", "J. R. R. Tolkien", date(1955, 10, 20), 440, "Middle Earth",
     RING, "Frodo Baggins"),
    ("The Hobbit", "J. R. R. Tolkien", date(1937, 9, 21), 320, "Middle Earth",
     ["Bilbo Baggins", "Thorin Oakenshield"], "Bilbo Baggins"),
    ("Foundation", "Isaac Asimov", date(1951, 1, 1), 255, "Galactic Empire",
     ["Hari Seldon", "Salvor Hardin"], None),
]  # fmt: skip
# Title, authors, first published, pages, language.
GUIDES = [
    ("Learning Python", ["David Ascher", "Mark Lutz"], date(1999, 1, 1), 1160, "py"),
    ("Two Scoops of Django 1.11", ["Daniel Roy Greenfeld", "Audrey Roy Greenfeld"],
     date(2017, 4, 26), 556, "py"),
    ("JavaScript: The good parts", ["Douglas Crockford"], date(2008, 5, 18), 172, "js"),
    ("JavaScript: The Definitive Guide", ["David Flanagan"], date(1998, 6, 11), 792, "js"),
    ("The Rust Programming Language", ["Steve Klabnik", "Carol Nichols"], date(2018, 5, 22), 440,
     "rs"),
]  # fmt: skip
MEETINGS = [
    ("Breakfast yoga", time(8, 0)),
    ("Stand-up meeting", time(10, 0)),
    ("Evening yoga", time(19, 30)),
]


def fill() -> None:
    """Put everything on the shelf."""
    for title, author, published, pages, setting, names, protagonist in NOVELS:
        novel = Novel.objects.create(
            title=title, publication_date=published, number_of_pages=pages, setting=setting
        )
        write(novel, [author])
        people = {name: Character.objects.create(name=name, novel=novel) for name in names}
        novel.protagonist = people.get(protagonist)
        novel.save()
    for title, authors, published, pages, language in GUIDES:
        guide = ProgrammingGuide.objects.create(
            title=title,
            publication_date=published,
            number_of_pages=pages,
            programming_language=language,
        )
        write(guide, authors)
    rust = Book.objects.create(
        title="Programming Rust", publication_date=date(2017, 12, 1), number_of_pages=622
    )
    write(rust, ["Jim Blandy", "Jason Orendorff"])
    for title, _author, published, pages, *_rest in NOVELS[:4]:
        UnindexedBook.objects.create(
            title=f"{title} U", publication_date=published, number_of_pages=pages
        )
    meet()
    for model in (MPAnimal, NSAnimal):
        plant(model)


def write(book, names) -> None:
    for name in names:
        author, _is_new = Author.objects.get_or_create(
            name=name, defaults={"date_of_birth": BORN.get(name)}
        )
        book.authors.add(author)


def meet() -> None:
    meetings = [Meeting.objects.create(name=name, start_time=start) for name, start in MEETINGS]
    topic = AgendaItem.objects.create(meeting=meetings[1], topic="Tea shortage")
    Speaker.objects.create(agenda_item=topic, name="Mrs Doyle")


def plant(model) -> None:
    animal = model.add_root(name="Animal")
    for name, kinds in (("Mammal", ["Dog", "Cat"]), ("Reptile", [])):
        order = model.objects.get(pk=animal.pk).add_child(name=name)
        for kind in kinds:
            model.objects.get(pk=order.pk).add_child(name=kind)
