import fc from 'fast-check';
import { calibrate, probabilities, type Trial } from '../../src/classification/calibration.js';

const even = Float64Array.of(Math.log(0.5), Math.log(0.5));

/** A hundred answers that all claim the first label with the same overconfidence, `right` of them truly. */
const claims = (right: number, margin = 10): Trial[] =>
  Array.from({ length: 100 }, (_, at) => ({ scores: Float64Array.of(margin, 0), label: at < right ? 0 : 1 }));

it('turns boundless confidence into how often it comes true', () => {
  for (const right of [60, 75, 90]) {
    const { calibration } = calibrate(claims(right), even);
    expect(probabilities(Float64Array.of(10, 0), even, calibration)[0]).toBeCloseTo(right / 100, 1);
  }
});

it('gives probabilities that sum to 1 whatever the scores', () => {
  const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0.02, max: 50, noNaN: true }),
      (scores, temperature) => {
        const flat = new Float64Array(scores.length);
        const shares = probabilities(Float64Array.from(scores), flat, { temperature, prior: 1, doubt: 0.05 });
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

it('draws the line where the sure answers are right nearly always, between one half and six tenths', () => {
  expect(calibrate(claims(100), even).calibration.line).toBeGreaterThanOrEqual(0.5);
  const mixed = [...claims(100, 9), ...claims(55, 1)];
  const { calibration } = calibrate(mixed, even);
  expect(calibration.line).toBeLessThanOrEqual(0.6);
  expect(probabilities(Float64Array.of(9, 0), even, calibration)[0]).toBeGreaterThan(calibration.line);
});

it('leans on how frequent each of two labels is when the examples bear it out', () => {
  const skewed = Float64Array.of(Math.log(0.9), Math.log(0.1));
  const weak = Array.from({ length: 200 }, (_, at): Trial => ({
    scores: Float64Array.of(0, (at % 7) / 7),
    label: at % 10 === 0 ? 1 : 0,
  }));
  expect(calibrate(weak, skewed).calibration.prior).toBeGreaterThan(0);
});
