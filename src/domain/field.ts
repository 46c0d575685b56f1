import type { Texts } from './language.js';

/** What a client shows as a control, and how an answer is read. */
export type FieldType = 'text' | 'datetime' | 'phone' | 'email' | 'amount' | 'choice' | 'file';

/** One question of a playbook's intake. */
export interface Field {
  /** The playbook's id, such as `order_no`; never shown to people. */
  id: string;
  type: FieldType;
  optional: boolean;
  /** Asked only of these kinds of case; absent: of all. */
  kinds?: string[];
  /** Asked only of these categories; absent: of all. */
  categories?: string[];
  /** The label in read-backs ("订单号"). */
  label: Texts;
  /** Shown with the question and in repairs ("TR20260301-88"). */
  example?: Texts;
  /** The playbook's own wording of the question and its reason; absent: the phrase `ask.<id>`, `why.<id>`. */
  ask?: Texts;
  why?: Texts;
  /** A regular expression for the whole value, such as an order number's form; also used to find it in free text. */
  pattern?: string;
  /** For type `choice`. */
  choices?: { id: string; label: Texts }[];
  /** Words in the story that make an optional field worth asking ("导游", "driver"). */
  askedWhen?: string[];
  /** An answer of "I don't know" is taken as a value. */
  unknownAllowed?: boolean;
}
