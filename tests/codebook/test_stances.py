"""The table of stances: every word takes a stance that the record knows."""

from dragoman.codebook.stances import STANCES, deny, find_stance_verbs, find_stance_word


def test_a_verb_is_found_by_its_lemma_or_a_form_of_it():
    assert [u.stance for u in find_stance_verbs("condemn")] == ["opposes"]
    assert [u.stance for u in find_stance_verbs("refus", "refused")] == ["rejects"]
    assert {u.stance for u in find_stance_verbs("warn")} == {"demands", "opposes", "concerned"}
    assert find_stance_verbs("eat", "eats") == ()


def test_a_word_is_found_by_its_kind():
    assert find_stance_word("Opposition", "noun").stance == "opposes"
    assert find_stance_word("unacceptable", "judged").stance == "opposes"
    assert find_stance_word("unacceptable", "noun") is None


def test_a_denied_stance_is_its_contrary_or_none():
    assert deny("supports") == "opposes"
    assert deny("accepts") == "rejects"
    assert deny("concerned") is None
    assert {deny(s) for s in STANCES} <= {None, *STANCES}
