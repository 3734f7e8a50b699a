export const playbooks = {
  /** What is wrong with a procedure; `detail` is the word in question. */
  problem: {
    'not-yaml': 'This line cannot be read: {{detail}}. Check the blanks at its start and the colons.',
    'wrong-shape': 'Something is missing or not of the right kind here: {{detail}}.',
    'unknown-field': 'There is no setting called “{{detail}}” here. Check its spelling.',
    'unknown-kind':
      '“{{detail}}” is no kind of step. Use ask, look up, check, branch, search, offer, tell or hand over.',
    'several-kinds': 'This step is of several kinds at once: {{detail}}. Make a step of its own for each.',
    'missing-text': 'The text in this language is missing: {{detail}}. English and Chinese are both needed.',
    'unknown-target': 'It goes on to “{{detail}}”, but there is no such step.',
    'unreachable-step': 'No way leads to the step “{{detail}}”. Let another step go on to it, or remove it.',
    'endless-loop': 'These steps go round in circles without asking the customer anything: {{detail}}.',
    'no-person': 'Nowhere does this procedure hand over to a person. Add a hand over step, or go to “person”.',
    'unknown-placeholder': 'There is nothing called {{detail}} that could be filled in.',
    'placeholder-not-filled':
      '{{detail}} cannot always be filled in here: on some way to this step nothing was looked up.',
    'unknown-fact': '“{{detail}}” is nothing that can be asked for.',
    'unknown-intent': 'The assistant does not know the request “{{detail}}”.',
    'unknown-condition': '“{{detail}}” is nothing that can be checked.',
    'bad-value': '“{{detail}}” is no value that can be compared here.',
    'unknown-reason': '“{{detail}}” is no reason for handing over.',
    'unknown-proposal': '“{{detail}}” is nothing that can be prepared for you.',
    'duplicate-id': 'Two steps are called “{{detail}}”. Give each a name of its own.',
    'no-id': 'The id is missing or not usable. Use small letters, digits and hyphens.',
    'id-taken': 'There is another procedure called “{{detail}}”. Choose a different id.',
    'id-changed': 'The id of this procedure is “{{detail}}” and stays so. For another procedure, add a new one.',
    'no-start': 'It is not said when this procedure starts. Name at least one request under “starts”.',
    'no-steps': 'There are no steps.',
    'no-end': 'After the step “{{detail}}” it is not said how to go on. Name the next step, or “end”.',
    'no-choices': 'A question for a choice needs at least two choices to choose from.',
    'too-many-steps': 'There are {{detail}} steps; 60 is the most.',
  },
}
