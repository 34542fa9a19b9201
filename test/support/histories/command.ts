import fc from 'fast-check';
import { takeCommand } from '../../../src/incident/domain/command/take-command.js';
import { attempts } from './attempt.js';

export const commandAttempts = [attempts(takeCommand, fc.constant({}), true)];
