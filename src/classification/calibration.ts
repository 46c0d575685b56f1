/** How scores become probabilities that mean what they say, and from where on the classifier is sure. */
export interface Calibration {
  /** Scores are divided by it: naive Bayes counts the same evidence many times over. */
  temperature: number;
  /** How much the labels' frequency among the examples counts; 0 not at all. */
  prior: number;
  /** The share, 0..1, that always stays in doubt: examples contradict one another, and nobody is right every time. */
  doubt: number;
  /** The abstention line: below this probability of the best label the classifier is not sure. */
  line: number;
}

/** What a model said of a text whose label is known. */
export interface Trial {
  scores: Float64Array;
  label: number;
}

const DOUBTS = [0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2];
const PRIORS = [0, 0.5, 1, 1.5, 2, 3];
const LOWEST_LINE = 0.5;
const HIGHEST_LINE = 0.6;
/** How often the classifier shall be right when it is sure. */
const RIGHT_WHEN_SURE = 0.95;

/** Probabilities of the labels, by label; they sum to 1. */
export function probabilities(scores: Float64Array, logPrior: Float64Array, calibration: Omit<Calibration, 'line'>) {
  const { temperature, prior, doubt } = calibration;
  const shares = scores.map((score, label) => score / temperature + prior * logPrior[label]!);
  let highest = -Infinity;
  for (const one of shares) if (one > highest) highest = one;
  let sum = 0;
  for (let label = 0; label < shares.length; label++) sum += shares[label] = Math.exp(shares[label]! - highest);
  for (let label = 0; label < shares.length; label++) {
    shares[label] = ((1 - doubt) * shares[label]!) / sum + doubt / shares.length;
  }
  return shares;
}

/** The calibration under which the true labels of the trials are likeliest, with their mean surprise (nats). */
export function calibrate(trials: Trial[], logPrior: Float64Array): { calibration: Calibration; surprise: number } {
  // With more labels than two the frequencies in the examples are too chancy to lean on.
  const priors = logPrior.length === 2 ? PRIORS : [0];
  const found = lowest(priors, (prior) => {
    const { choice, cost } = search((temperature) => doubtFor(trials, logPrior, temperature, prior).cost);
    return { choice: { prior, temperature: choice }, cost };
  });
  const { prior, temperature } = found.choice;
  const doubt = doubtFor(trials, logPrior, temperature, prior).choice;
  const calibration = { temperature, prior, doubt };
  return { calibration: { ...calibration, line: lineOf(trials, logPrior, calibration) }, surprise: found.cost };
}

/** The best doubt at a temperature and prior. */
function doubtFor(trials: Trial[], logPrior: Float64Array, temperature: number, prior: number): Found<number> {
  const undoubted = { temperature, prior, doubt: 0 };
  const truths = trials.map(({ scores, label }) => probabilities(scores, logPrior, undoubted)[label]!);
  return lowest(DOUBTS, (doubt) => {
    let surprise = 0;
    for (const truth of truths) surprise -= Math.log(Math.max(1e-6, (1 - doubt) * truth + doubt / logPrior.length));
    return { choice: doubt, cost: surprise / truths.length };
  });
}

/** The lowest line at which the sure answers are right often enough; never so low that most doubts would pass. */
function lineOf(trials: Trial[], logPrior: Float64Array, calibration: Omit<Calibration, 'line'>): number {
  const answers = trials.map(({ scores, label }) => {
    const shares = probabilities(scores, logPrior, calibration);
    const probability = Math.max(...shares);
    return { probability, right: shares[label] === probability };
  });
  answers.sort((a, b) => b.probability - a.probability);
  let line = HIGHEST_LINE;
  let right = 0;
  answers.forEach((answer, at) => {
    if (answer.right) right++;
    if (right >= RIGHT_WHEN_SURE * (at + 1)) line = Math.min(line, answer.probability);
  });
  return Math.max(LOWEST_LINE, line);
}

interface Found<T> {
  choice: T;
  cost: number;
}

function lowest<A, B>(choices: A[], judge: (choice: A) => Found<B>): Found<B> {
  return choices.map(judge).reduce((best, one) => (one.cost < best.cost ? one : best));
}

/** Golden-section search over the temperatures from 0.02 to 50, evenly in their logarithms. */
function search(cost: (temperature: number) => number): Found<number> {
  const golden = (Math.sqrt(5) - 1) / 2;
  const at = (logarithm: number) => cost(Math.exp(logarithm));
  let [low, high] = [Math.log(0.02), Math.log(50)];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [costLeft, costRight] = [at(left), at(right)];
  while (high - low > 0.06) {
    if (costLeft < costRight) {
      [high, right, costRight] = [right, left, costLeft];
      left = high - golden * (high - low);
      costLeft = at(left);
    } else {
      [low, left, costLeft] = [left, right, costRight];
      right = low + golden * (high - low);
      costRight = at(right);
    }
  }
  return costLeft < costRight
    ? { choice: Math.exp(left), cost: costLeft }
    : { choice: Math.exp(right), cost: costRight };
}
