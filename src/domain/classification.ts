/** The classifier's opinion of one text. */
export interface Classification {
  /** Every label, best first; probabilities are calibrated, 0..1, and sum to 1. */
  ranked: { label: string; probability: number }[];
  /** The best label stands above the abstention line; when false, ask the customer. */
  sure: boolean;
  /** Pieces of the original text that spoke for the best label, heaviest first; for quoting and explaining. */
  words: string[];
}
