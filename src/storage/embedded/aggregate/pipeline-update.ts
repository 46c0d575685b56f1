import { Aggregator } from 'mingo/aggregator';
import { answered, isPlain, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { expressionOptions } from './expressions.js';
import { mingoAnswer } from './mingo-errors.js';
import { stageContext } from './stages.js';

const allowed = ['$addFields', '$set', '$unset', '$project', '$replaceRoot', '$replaceWith'];
const options = { ...expressionOptions, context: stageContext(() => []) };

/** An update written as a pipeline, applied to one document. Throws on stages MongoDB does not allow in updates. */
export function runPipelineUpdate(doc: Doc, pipeline: readonly Doc[]): Doc {
  for (const stage of pipeline) {
    const [name] = isPlain(stage) ? Object.keys(stage) : [];
    if (name === undefined || !allowed.includes(name)) {
      throw serverError('InvalidOptions', `${String(name)} is not allowed to be used within an update`);
    }
  }
  const [changed] = mingoAnswer(() => new Aggregator([...pipeline], options).run<Doc>([doc]));
  return answered(changed!);
}
