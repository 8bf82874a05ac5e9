"""A play as one JSON object, for scripts and packs' own tests; the keys are stable."""

from __future__ import annotations

from typing import Any

from simulator.engine.session import Session
from simulator.scenario.edition import Edition
from simulator.scoring import SCORING_VERSION
from simulator.scoring.scorecard import Judgement, Scorecard


def result(edition: Edition, session: Session, scorecard: Scorecard) -> dict[str, Any]:
    """Everything about a play that a script may want; what cannot be given is None."""
    judgements = scorecard.judgements
    return {
        "scenario": edition.name,
        "version": edition.version,
        "digest": edition.digest,
        "scoring": SCORING_VERSION,
        "temperament": session.program.temperament,
        "seed": session.setting.seed,
        "language": edition.language,
        "choices": list(session.choices),
        "beats": [judgement.made.beat for judgement in judgements],
        "trust": [session.setting.trust, *(judgement.made.trust_after for judgement in judgements)],
        "trust_final": session.state.trust,
        "facts": list(session.learned),
        "ending": session.ending,
        "decisions": [_decision(judgement) for judgement in judgements],
        "score": score_as_json(scorecard),
    }


def score_as_json(scorecard: Scorecard) -> dict[str, Any]:
    """The figures of a scorecard, not rounded."""
    return {
        "hold": scorecard.hold,
        "yield": scorecard.yielded,
        "cap": scorecard.cap,
        "balance": scorecard.balance,
        "margin": scorecard.margin,
        "style": scorecard.style,
        "firm": scorecard.firm,
    }


def _decision(judgement: Judgement) -> dict[str, Any]:
    made, judged = judgement.made, judgement.judged
    return {
        "beat": made.beat,
        "choice": made.choice,
        "assertiveness": judged.rating.assertiveness,
        "partnership": judged.rating.partnership,
        "band": list(judged.band),
        "floor": judged.target.floor,
        "kind": list(judged.target.kinds),
        "weight": judged.target.weight,
        "because": judged.target.because,
        "fit": judged.fit,
        "trust_before": made.trust_before,
        "trust_after": made.trust_after,
        "evidence": made.evidence,
        "harm": judged.harm,
        "repairs": judged.repairs,
        "best_gain": judgement.best_gain,
    }
