/** Why a row or a file was not taken (`what`), and what to do about it (`todo`). */
export const importProblem = {
  'no-question': { what: 'The question is missing', todo: 'Fill in the question column of this row.' },
  'no-answer': { what: 'The answer is missing', todo: 'Fill in the answer column of this row.' },
  'duplicate-id': {
    what: 'This id is used twice in the file',
    todo: 'Give each row an id of its own. The first one was taken.',
  },
  'not-json': { what: 'This line is not JSON', todo: 'Each line must be one JSON object. Check quotes and commas.' },
  'wrong-shape': {
    what: 'The fields of this line do not fit',
    todo: 'It needs at least “question” and “answer”, both as text.',
  },
  'no-columns': {
    what: 'No question and answer columns were found',
    todo: 'Name the columns in the first row: question, answer. The sample file shows how.',
  },
  unreadable: {
    what: 'This file cannot be read',
    todo: 'It may be damaged. Open it in its own program, save it again and try once more.',
  },
  encrypted: {
    what: 'This file is protected by a password',
    todo: 'Save a copy without a password and import that one.',
  },
  empty: {
    what: 'There is no text in this file',
    todo: 'If it is a scan, it holds only pictures. Import a version with real text.',
  },
  'too-big': { what: 'This file is too big', todo: 'Split it into smaller files.' },
  'unknown-format': {
    what: 'Keepdesk does not know this kind of file',
    todo: 'Use CSV, JSONL, Markdown, text, HTML, PDF or Word (.docx).',
  },
  'too-long': {
    what: 'This text is too long for one entry',
    todo: 'Split it into several shorter questions and answers.',
  },
  'bad-quotes': {
    what: 'A quotation mark is missing or left over',
    todo: 'Check the quotation marks in this row, or save the table as CSV again.',
  },
}
