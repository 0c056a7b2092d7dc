import threading

from data.security.limits import MOST_KNOWN, Rate


def test_so_many_at_once_and_then_steadily():
    now = [0.0]
    rate = Rate(3, 30, clock=lambda: now[0])
    assert [rate.allows("a") for _ in range(4)] == [True, True, True, False]
    assert rate.allows("b")
    now[0] = 9.9
    assert not rate.allows("a")
    now[0] = 10.1
    assert rate.allows("a")
    assert not rate.allows("a")
    now[0] = 1000.0
    assert [rate.allows("a") for _ in range(4)] == [True, True, True, False]


def test_ever_new_names_do_not_fill_the_memory():
    rate = Rate(1, 60)
    for number in range(MOST_KNOWN + 50):
        rate.allows(number)
    assert len(rate._left) == MOST_KNOWN


def test_threads_share_one_bucket():
    rate, allowed = Rate(50, 1e9), []
    threads = [
        threading.Thread(target=lambda: allowed.extend(rate.allows("a") for _ in range(40))) for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(allowed) == 50
