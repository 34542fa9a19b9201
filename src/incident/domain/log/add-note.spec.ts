import { describe, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { addNote } from './add-note.js';

const command = { text: 'Errors began after the 13:20 deploy' };
const added = { type: 'NoteAdded', data: command } as const;

describe('addNote', () => {
  it('records it, in every phase', () => {
    given(declared).when(addNote, command).then(added);
    given(declared, resolved).when(addNote, command).then(added);
  });

  it('records the same words again: it was said twice', () => {
    given(declared, added).when(addNote, command).then(added);
  });

  it('needs an incident', () => {
    given().when(addNote, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
