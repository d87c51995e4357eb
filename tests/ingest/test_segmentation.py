"""Sentences end where a reader would end them: abbreviations, quotations, other scripts."""

from itertools import pairwise

import pytest

from briefing.ingest.segmentation import sentences

# Each line is one case; "‖" stands where the passage must be cut, with the space that is there.
CASES = """
The ferry sailed at dawn.‖ It came back at night.
Dr. Amara Osei met Gen. Petrov on Tuesday.‖ Mr. Silva came later.
The accord was signed on Nov. 3 in Quito.‖ It holds for a year.
They arrived on 3 Nov. 2021 by train.
Talks began at 9 a.m. on Monday.‖ They ended at 5 p.m.‖ The press waited.
The delegation flew to the U.S.‖ The hosts were late.
The delegation flew to the U.S.‖ Canada objected to the tariff.
The delegation flew to the U.S.‖ Peru has not replied.
U.S. President Grant spoke with U.N. Secretary-General Holm.
The U.S. Treasury said nothing.‖ So did the U.K. Treasury.
The U.S. Japan desk was moved.
John F. Kennedy and J. R. Smith are named in it.
Plan B.‖ The envoy liked it.
Exports rose 3.5 per cent.‖ Imports fell by 2.25 per cent.
The paper is at www.example.org and costs 1.50 dollars.
Article No. 5 stays.‖ Nos. 6 and 7 go.
Would they sign?‖ No.‖ They would not.
The list names Acme Co. Ltd. and Zenit Corp. as bidders.
The order went to Acme Inc.‖ The price was not told.
Sen. Ruiz and Rep. Okoye voted for it.
He waited...‖ Nobody came.
He waited… and nobody came.
It is agreed.[3]‖ The rest is open.[4]
“We are glad,” she said.‖ She left at once.
“We are glad. We shall return,” she said.‖ She left.
“We are glad. We shall return.”‖ She left.
She said, “We are glad. We shall return.”‖ The hall was full.
“Why so late?” the envoy asked.
“Why so late?” Envoy Marin asked.‖ Nobody knew.
“Stop!” he cried.‖ They stopped.
"We are glad. We shall return," she said.‖ She left.
The note reads "Wait. Then come."‖ He came.
He said all would end well.”‖ “So be it,” he said.
He added, “First we ask you to visit.‖ “All agreed to it,” he said.
The pact (it was signed in May. It lapsed in June) is void.‖ A new one is planned.
The pact is void.‖ (A new one is planned.)
1. The two sides met in Oslo.‖ They agreed on a list.
(a) The two sides met in Oslo.
II. The two sides met in Oslo.
Was it a summit?!‖ It was.
双方举行会谈。‖会谈持续两小时。
“我们愿意合作。我们等待答复，”他说。‖会谈结束。
首脳は合意した。‖署名はまだだ。
彼は「合意した。署名はまだだ」と述べた。
양측은 합의했다.‖ 서명은 아직이다.
Стороны встретились в Осло.‖ Подписания не было.
Les parties se sont vues à Oslo.‖ « Tout va bien », dit-il.
«Alles ist gut. Wir kommen», sagte er.‖ Dann ging er.
St. Petersburg and Mt. Kenya are named, e.g. on page 3, i.e. twice.
The vote was 12 vs. 3 in Jan. 2020.‖ It was 9 vs. 6 before.
Roe v. Wade was cited by Messrs. Hale and Byrd.
He holds a Ph.D. from Bergen.‖ She holds two.
The firms, banks, ports, etc. were named.‖ They paid.
It starts at 10.‖ At 11 it ends.
an unfinished line without a stop
“你们同意吗？”记者问。‖部长没有回答。
“我们同意。”‖部长随后离开会场，没有再回答记者的问题。
「本当ですか？」と記者が尋ねた。‖外相は答えなかった。
Approx. 300 people came, incl. the mayor.‖ About 20 left.
It cites Art. 3(1) and Art. 5, para. 2 of the treaty.‖ Art. 6 is void.
Lt. Col. Osk and Maj. Gen. Lund met Adm. Hale.‖ They agreed.
The committee shall: (a) meet twice a year; (b) publish its report; and (c) elect a chair.
The talks in Washington, D.C., ended.‖ The talks in Washington D.C. ended.
They met at 9:30 a.m. local time.‖ By 5 p.m. it was over.
Rep. Ana Ruiz, D-Calif., said so.‖ Sen. Osk, R-Va., did not.
The plan was, in his words, “dead.”‖ He smiled.
양측은 “협의를 계속하겠다”고 밝혔다.‖ 회담은 17일 열렸다.
장관은 "첫 협의는 7월에 열릴 것"이라고 말했다.‖ 남도국은 답하지 않았다.
GDP는 3.5% 늘었다.‖ 수출은 2.1% 줄었다.
He was the No. 2 in the party.‖ The No. 1 was ill.
Was it Dr. No?‖ It was not.
""".strip().split("\n")


@pytest.mark.parametrize("case", CASES)
def test_sentences_are_cut_where_a_reader_cuts(case):
    passage = case.replace("‖", "")
    wanted = [piece.strip() for piece in case.split("‖")]
    assert [passage[start:end] for start, end in sentences(passage)] == wanted


def test_a_long_quotation_without_trailing_cue_may_be_cut():
    quote = " ".join(f"Point {number} of the plan is settled for good." for number in range(15))
    passage = f"She said, “{quote}”"
    assert len(sentences(passage)) > 1


def test_a_long_quotation_with_its_cue_after_it_stays_whole():
    quote = " ".join(f"Point {number} of the plan is settled for good." for number in range(15))
    passage = f"“{quote} That is all,” the minister said."
    assert len(sentences(passage)) == 1


def test_every_character_but_space_lies_in_one_sentence():
    passage = "  One. Two?  “Three. Four,” he said.   Five (six. Seven) "
    spans = sentences(passage)
    covered = "".join(passage[start:end] for start, end in spans)
    assert covered.replace(" ", "") == passage.replace(" ", "")
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("empty", ["", "   ", "\t\n"])
def test_nothing_has_no_sentence(empty):
    assert sentences(empty) == ()
