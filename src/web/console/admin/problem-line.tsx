import type { Problem } from '../api/problem.js';
import { useLabels } from '../words/labels.js';

/** Why something was refused, in words; nothing when it was not. */
export function ProblemLine({ problem }: { problem?: Problem }) {
  const labels = useLabels();
  if (!problem) return null;
  return (
    <p className="notice late" role="alert">
      {labels.problem(problem.code)} <span className="quiet">{problem.message}</span>
    </p>
  );
}
