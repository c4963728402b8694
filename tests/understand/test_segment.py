"""Sentences, words and quotations: each row a text and what must come of it."""

import pytest

from dragoman.understand.segment import find_quotations, split_paragraphs, split_sentences, split_words

WRAPPED = """The two envoys met for a third day and agreed to
go on with the talks next week, their hosts said in
a short statement that named no place."""


@pytest.mark.parametrize(
    "sentences",
    [
        # datelines stand alone: the tree of what follows does not hang on them
        ["ORVANA, May 3 (Xinhua) --", "Two envoys met here on Tuesday.", "They will meet again."],
        ["ORVANA, Sept. 3 (AFP) -", "Talks began.", "None spoke."],
        ["ORVANA. May 3 (Interfax) -", "Talks began.", "None spoke."],
        ["Nairobi, 5 March 2026:", "Two envoys met.", "None spoke."],
        ["Beirut, 27 Nov (NNA) -", "Two envoys met.", "None spoke."],
        ["Annex, 5 March 2026: Two envoys met.", "None spoke."],
        ["ORVANA –", "The White House said so.", "None spoke."],
        ["US - Russia talks began.", "None spoke."],
        ["LA PAZ -", "The president said so.", "None spoke."],
        ["ORVANA/BELL, May 3 -", "Peru said so.", "None spoke."],
        ["ORVANA, May 3 (PTI)", "Peru said so.", "None spoke."],
        ["ORVANA, (NNA) -", "Peru said so.", "None spoke."],
        ["ORVANA, May 3. /TASS/.", "Peru said so.", "None spoke."],
        ["ORVANA, 3 May (Armenpress).", "Peru said so.", "None spoke."],
        ["Orvana, May 3 (EFE).-", "Peru said so.", "None spoke."],
        # titles, initials, abbreviations, numbers
        ["Lt. Gen. A. B. Osei met Mr. Ruiz of Delta Corp. in St. Albans, Va.", "He then left for the U.S.", "The talks go on."],
        ["Resolution No. 2 was adopted on Sept. 5 by 1,000.5 votes.", "35 states abstained."],
        ["They arrived at 10 a.m. Tuesday.", "George W. Hale did not."],
        # a quotation's own sentences end inside it; its closing mark stays with the last
        ["“We agree.", "We sign tomorrow.”", "He left."],
        ['"We agree," said Hale.', '"It is over."'],
        # a question or a cry does not end the sentence that its speaker ends
        ['"Is it over?" asked Hale.', "Nobody knew."],
        ['"Is it over?" President Hale asked.', "Nobody knew."],
        ["“Never!” he shouted.", "He left."],
        # no white space after the stop; links are left alone
        ["They reached a deal.", "However, it failed in 2010.", "Nobody paid."],
        ["See www.Example.org/A.Bc for more.", "It helps."],
        # ellipses, footnotes, small-letter names
        ["He paused ... then went on.", "It ended."],
        ["The pact failed.[12]", "Nobody paid."],
        ["The pact failed.", "al-Hadi signed it."],
        ["F.W. de Wet came."],
        # transcripts
        ["SECRETARY HALE: Good morning.", "Thank you."],
    ],
)  # fmt: skip
def test_sentences(sentences):
    text = " ".join(sentences).replace("deal. However", "deal.However").replace("2010. Nobody", "2010.Nobody")
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


def test_each_story_of_a_digest_has_its_own_dateline():
    text = "News of the day\n\nLIMA - Peru agreed.\n\nLA PAZ - Bolivia did not.\n\nFACT SHEET - Trade grew."
    sentences = [text[s.start : s.end] for s in split_sentences(text)]
    assert sentences == ["News of the day", "LIMA -", "Peru agreed.", "LA PAZ -", "Bolivia did not.", "FACT SHEET - Trade grew."]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # before a colon, a town that is large; a smaller one where no other line is labelled so
        ("LIMA: Peru agreed.\n\nNEW DELHI: India did not.", ["LIMA:", "Peru agreed.", "NEW DELHI:", "India did not."]),
        ("PUTRAJAYA: Malaysia agreed.", ["PUTRAJAYA:", "Malaysia agreed."]),
        ("WARREN: The talks go on.\n\nHALE: They do.", ["WARREN: The talks go on.", "HALE: They do."]),
    ],
)
def test_a_town_before_a_colon_is_a_dateline(text, sentences):
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("A title\n\nOne line.\n\nTwo.", ["A title", "One line.", "Two."]),
        # one paragraph a line
        ("First thing happened here and there.\nThen another.\nEnd.", ["First thing happened here and there.", "Then another.", "End."]),
        # wrapped lines
        (WRAPPED + "\n\nThe end.", [WRAPPED, "The end."]),
        # bullets
        ("They will:\n- open the road\n- free the men\n- pay", ["They will:", "- open the road", "- free the men", "- pay"]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_paragraphs(text, paragraphs):
    assert [text[a:b] for a, b in split_paragraphs(text)] == paragraphs


@pytest.mark.parametrize(
    "words",
    [
        "Baku 's envoy ca n't wait , does n't he ?",
        "The five - day , U.S. - backed talks can not fail .",
        "It ’s gon na cost $ 1,000.50 , or 5 % more .",
        "An anti-ballistic , non-binding , pre-war pact",
        "Mr. Hale of Arlington , Va. , spoke at 10:30 a.m. on the 9th .",
        "Write to a.b@example.org or https://example.org/a?b=1 , #talks @hale .",
        "the parties ' leaders ( 12 of them ) -- all ... left",
        "Col. O'Brien and Sha'lan met 9/11 survivors and / or kin",
    ],
)
def test_words(words):
    glue = [
        (" ,", ","),
        (" .", "."),
        (" ?", "?"),
        (" 's", "'s"),
        ("ca n't", "can't"),
        ("does n't", "doesn't"),
        (" ’s", "’s"),
    ]
    glue += [
        ("five - day", "five-day"),
        ("U.S. - b", "U.S.-b"),
        ("can not", "cannot"),
        ("gon na", "gonna"),
        ("$ ", "$"),
    ]
    glue += [(" %", "%"), ("parties '", "parties'"), ("( ", "("), (" )", ")"), (" / ", "/"), (" ...", "...")]
    text = words
    for apart, together in glue:
        text = text.replace(apart, together)
    assert [text[a:b] for a, b in split_words(text, 0, len(text))] == words.split()


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('"We agree," he said, "and sign."', ['"We agree,"', '"and sign."']),
        ("“So-called ‘peace’ talks,” he said.", ["“So-called ‘peace’ talks,”", "‘peace’"]),
        ("``We agree,'' she said.", ["``We agree,''"]),
        ("«Oui», said „ja“.", ["«Oui»", "„ja“"]),
        # single marks only where they set words off
        ("He said 'we go home,' and the parties' men left.", ["'we go home,'"]),
        ("The Houthis' talks with Yemen's envoys in the '90s", []),
        # feet and inches
        ("The 6'2\" man came.", []),
    ],
)
def test_quotations(text, quotations):
    assert [text[q.start : q.end] for q in find_quotations(text, split_paragraphs(text))] == quotations


def test_a_quotation_of_several_paragraphs_opens_again_in_each():
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    found = find_quotations(text, split_paragraphs(text))
    assert [(q.continues, q.closed) for q in found] == [(False, True), (True, True), (True, True)]
    assert text[slice(*found[2].inner)] == "Three,"


def test_a_quotation_never_closed_ends_with_its_paragraph():
    text = 'He said: "not closed.\n\nThe "peace" goes on.'
    found = find_quotations(text, split_paragraphs(text))
    assert [(text[q.start : q.end], q.closed) for q in found] == [('"not closed.', False), ('"peace"', True)]
