"""The visitors of these tests know nothing of each other, though they sit at the same computer."""

from __future__ import annotations

from conftest import shown


def test_a_visitor_leaves_nothing_to_the_next(wardrobe, address):
    first = shown(wardrobe.take(390, 844, True), address, "")
    first.evaluate(
        "localStorage.setItem('a', '1'); sessionStorage.setItem('a', '1'); document.cookie = 'a=1'"
    )
    wardrobe.put_back(first)
    second = shown(wardrobe.take(), address, "metode")
    assert second is first
    kept = second.evaluate("[localStorage.a, sessionStorage.a, document.cookie.includes('a=1')]")
    assert kept == [None, None, False]
    window = second.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
    assert window == [1280, False]
    assert second.watch.errors == [] and second.watch.outside == []
    wardrobe.put_back(second)


def test_two_at_once_are_two(visit):
    first, second = visit("metode"), visit("metode")
    assert first.context is not second.context
