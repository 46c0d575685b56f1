/** One fault of a playbook's file or of its examples. */
export interface PlaybookError {
  file: string;
  /** Counted from 1. */
  line: number;
  /** The key that is wrong, such as `stages.classify.owner`. */
  field: string;
  message: string;
}

/** The fault on one line: `broken-kit.yaml:4 title: ...`. */
export function errorLine({ file, line, field, message }: PlaybookError): string {
  return `${file}:${line} ${field}: ${message}`.replace(/\s+/g, ' ');
}
