import html
import pathlib

STATIC = pathlib.Path(__file__).with_name("static")


def panel(title, body, kind="plain"):
    return '<section class="panel %s"><h2>%s</h2>%s</section>' % (html.escape(kind), html.escape(title), body)


def stylesheet():
    return (STATIC / "panel.css").read_text()


def card(title, items):
    return panel(title, "<ul>%s</ul>" % "".join("<li>%s</li>" % html.escape(i) for i in items), "card")
