/** Words that several pages share. */
export const common = {
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  back: 'Back',
  skip: 'Skip for now',
  continue: 'Continue',
  tryAgain: 'Try again',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  loading: 'Loading…',
  loadFailedTitle: 'This page could not be loaded',
  loadFailedBody: 'Keepdesk did not answer. Nothing is lost: your messages and knowledge are safe on this computer.',
  saveFailed: 'This was not saved. Please try again.',
  actionFailed: 'That did not work. Please try again.',
  gone: 'This is no longer there. It may have been removed in another window.',
  required: 'Please fill this in.',
}
