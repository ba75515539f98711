"""Two articles and what is said of them: a verdict, or nothing."""

from __future__ import annotations

import pytest

from tests.deeds.telling import deeds, findings, judged, verdicts

NOT_YET = "The Senate has not yet approved the fisheries treaty."
NOT = "The Senate has not approved the fisheries treaty."
DONE = "The Senate approved the fisheries treaty."

NOBODY = "No group has claimed responsibility for the bombing."
FRONT = "The Red Front claimed responsibility for the blast."

CROSSING = "Egypt reopened the Zenda crossing on Monday."

DISPUTED = [
    # time
    (NOT_YET + " @2025-03-01", DONE + " @2025-03-04", "superseded"),
    (NOT + " @2025-03-01", DONE + " @2025-03-04", "superseded"),
    (NOT_YET + " @2025-03-06", DONE + " @2025-03-04", "conflict"),
    (NOT + " @2025-03-06", DONE + " @2025-03-04", "conflict"),
    (NOT_YET + " @2025-03-04", DONE + " @2025-03-04", "conflict"),
    (NOT_YET, DONE, "superseded"),
    (NOT_YET + " @2025-03-01", DONE, "superseded"),
    (NOT, DONE, "conflict"),
    (NOT + " @2025-05-06", DONE + " @2025-03-04", "superseded"),
    # the opposite of the deed
    ("The Senate rejected the fisheries treaty. @2025-03-04", DONE + " @2025-03-05", "conflict"),
    ("The Senate rejected the fisheries treaty. @2025-03-04", DONE + " @2025-04-05", "superseded"),
    ("Karl Lund was acquitted of fraud.", "Karl Lund was convicted of fraud.", "conflict"),
    ("Karl Lund pleaded not guilty to fraud.", "Lund pleaded guilty to fraud.", "conflict"),
    ("Oslo airport remained closed. @2025-03-04", "Oslo airport reopened. @2025-03-04", "conflict"),
    ("Oslo airport remained closed. @2025-03-04", "Oslo airport reopened. @2025-03-05", "superseded"),
    ("President Okoro boycotted the summit.", "Okoro attended the summit.", "conflict"),
    ("Karl Lund survived.", "Karl Lund was killed.", "conflict"),
    ("Ruritania denied carrying out the raid.", "Ruritania carried out the raid.", "conflict"),
    # other words for one thing
    ("Ruritania has not signed the accord with Norway.", "Ruritania signed the agreement with Norway.", "conflict"),
    ("The treaty was approved by the Senate.", "The Senate did not approve the treaty.", "conflict"),
    ("The Norwegian government has not lifted the ban on fishing.", "Norway's government lifted the fishing ban.", "conflict"),
    ("President Maria Roe did not sign the bill.", "Roe signed the bill.", "conflict"),
    ("The Senate rejected the plan for the port.", "The port plan was approved by the Senate.", "conflict"),
    ("Parliament approved a law legalising raw milk.", "Parliament has not passed the law legalising raw milk.", "conflict"),
    ("Israel's cabinet has approved the ceasefire deal.", "The Israeli cabinet did not approve the ceasefire.", "conflict"),
    ("The UN Security Council adopted the resolution.", "The Security Council rejected the resolution.", "conflict"),
    ("Norway lifted sanctions on Ruritania.", "Norway has not lifted sanctions on Ruritania.", "conflict"),
    ("Senate approves treaty\n\nThe night was long, and people were tired.\n", "The Senate rejected the treaty.", "conflict"),
    (CROSSING + " @2025-03-04", "The Zenda crossing remained closed on Monday. @2025-03-04", "conflict"),
    ("Prime Minister Karl Lund resigned.", "Lund has not resigned, his office said.", "conflict"),
    ("Lund has been charged with theft.", "Mr. Lund has not been charged.", "conflict"),
    ("Karl Lund was 41. Lund was killed in the raid.", "Karl Lund survived.", "conflict"),
    # what a clause behind a thing says
    ("Okoro signed the order to close the mine.", "Okoro did not sign the order to close the mine.", "conflict"),
    ("The council approved the plan to build a dam in Zenda.", "The council rejected the plan to build the dam.", "conflict"),
    ("Okoro signed the bill that bans the drug.", "Okoro did not sign the bill that bans the drug.", "conflict"),
    # a thing named barely, which something else ties to the one described
    ("The housing bill is long. Okoro signed the bill.", "Okoro did not sign the housing bill.", "conflict"),
    ("Talks on a bank loan went on. The council approved the loan.", "The council rejected the bank loan.", "conflict"),
    ("A trade agreement with Norway is due. Okoro signed the pact.", "Okoro did not sign the trade agreement.", "conflict"),
    ("Housing bill divides the country\n\nThe night was long.\n\nOkoro signed it.\n\nOkoro signed the bill.\n",
     "Okoro did not sign the housing bill.", "conflict"),
    ("Row over tax goes on\n\nThe night was long, and people slept.\n\nOkoro signed the amendment.\n",
     "Okoro did not sign the tax amendment.", "conflict"),
    ("The government of Norway approved the budget.", "Norway's government rejected Norway's budget.", "conflict"),
    ("Okoro signed the bill.", "Okoro did not sign the bill.", "conflict"),
    # who says it
    ("Norway denied that it had signed the pact.", "Norway signed the pact.", "conflict"),
    ("Norway denied signing the pact.", "Norway, which signed the pact in May, is content.", "conflict"),
    ("The finance ministry said it had turned down the request.", "The finance ministry approved the request.", "conflict"),
    ("The minister said Norway had not signed the pact.", "Norway signed the pact, according to Ruritania.", "conflict"),
    ("The minister denied that Norway had signed the pact.", "Norway signed the pact.", "compatible"),
    ("Police denied that Saidi died.", "Doctors said that Saidi died.", "compatible"),
    ("Officials denied that Saidi died.", "Officials confirmed that Saidi died.", "compatible"),
    ("A spokesman denied that Saidi died.", "A spokesman said that Saidi died.", "compatible"),
    ("Police denied that Saidi died.", "Police confirmed that Saidi died.", "conflict"),
    ("The police have denied that Saidi died. @2025-03-04", "Police said Saidi died. @2025-03-05", "conflict"),
    ("Police denied that Saidi died. @2025-03-04", "Police confirmed that Saidi died. @2025-04-05", "superseded"),
    ("Norway admitted signing the pact.", "Norway denied signing the pact.", "conflict"),
    ("Norway admitted that it had signed the pact.", "Norway denied that it had signed the pact.", "conflict"),
    ("The pact was never signed by Norway.", "Norway has admitted having signed the pact.", "conflict"),
    # nobody
    (NOBODY + " @2025-03-04", FRONT + " @2025-03-05", "superseded"),
    (NOBODY + " @2025-03-06", FRONT + " @2025-03-04", "conflict"),
]  # fmt: skip

APART = [
    # told alike
    (DONE, DONE),
    (NOT, NOT_YET),
    ("The Senate rejected the fisheries treaty.", NOT),
    ("The minister denied that Norway had signed the pact.", "Norway has not signed the pact."),
    # somebody else
    ("The House has not approved the fisheries treaty.", DONE),
    ("The Senate committee did not approve the fisheries treaty.", DONE),
    ("The Norwegian parliament rejected the treaty.", "The Danish parliament approved the treaty."),
    ("The appeal court rejected the request.", "The supreme court approved the request."),
    ("The foreign minister did not attend the summit.", "The defence minister attended the summit."),
    ("Karl Lund was acquitted of fraud.", "Maria Lund was convicted of fraud."),
    ("Karl Lund did not resign.", "Maria Roe resigned."),
    ("Ruritania has not signed the pact.", "Norway signed the pact."),
    ("Norway has not lifted the ban.", "Denmark lifted the ban."),
    # something else
    ("The Senate has not approved the budget.", "The Senate approved the treaty."),
    ("The Senate has not approved the treaty with Norway.", "The Senate approved the treaty with Denmark."),
    ("The Senate rejected a bill.", "The Senate approved a bill."),
    ("The council did not approve the school plan.", "The council approved the harbour plan."),
    ("President Okoro did not attend the funeral.", "President Okoro attended the summit."),
    ("Ruritania has not signed the pact.", "Ruritania approved the pact."),
    ("The Red Front denied involvement in the kidnapping.", "The Red Front claimed responsibility for the bombing."),
    ("Karl Lund was acquitted of murder.", "Karl Lund was convicted of fraud."),
    ("Karl Lund was acquitted.", "Karl Lund was convicted of fraud."),
    ("Norway has not lifted the 2019 ban.", "Norway lifted the 2021 ban."),
    ("The regulator has not approved the drug for children.", "The regulator approved the drug."),
    ("The army did not carry out a ground assault.", "The army carried out the assault."),
    ("Norway has not confirmed the death of its leader.", "Norway confirmed the death of three sailors."),
    ("The council denied the claims.", "The council confirmed the claims."),
    ("Karl Lund was not charged over the tavern brawl.", "Karl Lund was charged with fraud."),
    ("The council rejected the original plan.", "The council approved the plan."),
    ("The board rejected the $50 million bid.", "The board accepted the bid."),
    ("The board rejected the bid.", "The board accepted a bid."),
    ("The ban was lifted in Oslo.", "The ban has not been lifted in Bergen."),
    ("The council rejected reports of a merger.", "The council confirmed reports of a strike."),
    ("The appointment of Karl Lund was approved by the council.", "The council rejected the appointment of Maria Roe."),
    ("The mayor vetoed an amendment to the housing bill.", "The mayor approved the housing bill."),
    ("Okoro signed the order to close the mine.", "Okoro did not sign the order to close the school."),
    ("Okoro signed the order to permanently close the mine.", "Okoro did not sign the order to permanently close the school."),
    ("Okoro signed the order not to close the mine.", "Okoro did not sign the order to close the mine."),
    ("The council approved the plan to build a dam in Gabes.", "The council rejected the plan to build a road in Sfax."),
    ("The council approved the plan to build a dam.", "The council rejected the plan to demolish the dam."),
    ("The council approved the plan to build a dam in Gabes.", "The council rejected the plan to build a dam in Sfax."),
    ("Okoro signed the order to close the mine in Bergen.", "Okoro did not sign the order to close the mine in Oslo."),
    ("Okoro signed the bill that bans the drug.", "Okoro did not sign the bill that bans the gun."),
    ("Okoro signed the bill.", "Okoro did not sign the abortion bill."),
    ("The council approved the loan.", "The council rejected the bank loan."),
    ("Okoro signed the tax amendment.", "Okoro did not sign the amendment."),
    ("Okoro signed the agreement.", "Okoro did not sign the trade agreement."),
    ("The trade minister signed the agreement.", "The trade minister did not sign the trade agreement with Norway."),
    ("Parliament approved the budget.", "Parliament rejected the defence budget."),
    ("The Norwegian government has not lifted the ban.", "Norway's government lifted the fishing ban."),
    ("The housing bill is old. The tax bill is long. Okoro signed the bill.", "Okoro did not sign the housing bill."),
    ("The airport remained closed.", "Oslo airport reopened."),
    ("The foreign ministry confirmed the arrest.", "The defence ministry denied the arrest."),
    ("The council approved the plan that would close the school.", "The council rejected the plan that would close the mine."),
    # another time
    ("The hospital was evacuated on Monday.", "The hospital was not evacuated on Sunday."),
    ("Norway has not signed the pact this year.", "Norway signed the pact."),
    ("Lund was convicted of murder in 2009.", "Lund was acquitted of murder."),
    ("The Senate rejected the treaty on March 3, 2025.", "The Senate approved the treaty on March 9, 2025."),
    ("The Senate rejected the treaty in 2019. @2025-03-04", "The Senate approved the treaty. @2025-03-04"),
]  # fmt: skip
"""Each tells a deed, and they are not of one."""

UNTOLD = [
    ("Maria Lund wept. Karl Lund was away. Lund survived.", "Karl Lund was killed."),
    ("Karl Lund was killed.", "Karl Lund's wife survived."),
    ("The Senate has not approved the treaty.", "The Senate will approve the treaty."),
    ("The Senate has not approved the treaty.", "The Senate tentatively approved the treaty."),
    ("The Senate has not formally approved the treaty.", "The Senate approved the treaty."),
    ("The Senate has not approved the treaty.", "The minister hoped the Senate approved the treaty."),
    ("It is unclear whether the Senate approved the treaty.", "The Senate did not approve the treaty."),
]  # fmt: skip
"""One of them does not say that it was done or not."""


@pytest.mark.parametrize(("left", "right", "verdict"), DISPUTED)
def test_a_disputed_deed_is_found(left: str, right: str, verdict: str) -> None:
    assert verdicts([left, right]) == [verdict]
    assert verdicts([right, left]) == [verdict]


@pytest.mark.parametrize(("left", "right"), APART)
def test_both_of_a_near_miss_tell_a_deed(left: str, right: str) -> None:
    assert [len(deeds(text.partition(" @")[0])) for text in (left, right)] == [1, 1]


@pytest.mark.parametrize(("left", "right"), [*APART, *UNTOLD])
def test_what_is_not_one_deed_told_two_ways_makes_no_subject(left: str, right: str) -> None:
    assert judged(left, right) == ()
    assert judged(right, left) == ()


def test_an_article_that_tells_both_takes_no_side() -> None:
    course = "The Senate had refused to approve the treaty for years. On Monday the Senate approved the treaty."
    assert judged(course, "The Senate approved the treaty.") == ()


def test_an_article_that_plainly_contradicts_itself_is_told() -> None:
    slip = "The Senate did not approve the treaty. Talks went on. The Senate approved the treaty. Nobody minded."
    (finding,) = findings(slip)
    assert (finding.verdict.value, finding.level) == ("conflict", "self-contradiction")


def test_the_reason_quotes_both_and_names_who_says_it() -> None:
    (finding,) = findings(NOT + " @2025-03-06", DONE + " @2025-03-04")
    assert finding.reason == (
        '0.txt (6 March 2025) says "The Senate has not approved the fisheries treaty", 1.txt (4 March 2025) "The Senate approved '
        'the fisheries treaty": one says that it was done and the other that it was not, and no day explains it.'
    )
    assert [p.value for p in finding.positions] == ["not approved", "approved"]


def test_those_who_tell_it_alike_stand_together() -> None:
    (found,) = judged(NOT, DONE, "The fisheries treaty was approved by the Senate.")
    assert sorted(len(p.claims) for p in found.positions) == [1, 2]
    assert found.subject.label == "approval: the fisheries treaty (the Senate)"


def test_a_denial_is_quoted_as_one() -> None:
    (finding,) = findings("Police confirmed that Saidi died.", "On Monday the minister had denied that Saidi died.")
    assert '"Saidi died"' in finding.reason
    assert '"the minister had denied that Saidi died"' in finding.reason


def test_the_position_of_a_denial_says_so() -> None:
    (found,) = judged("Police confirmed that Saidi died.", "Police denied that Saidi died.")
    assert sorted(position.value for position in found.positions) == ["died", "died (denied)"]
