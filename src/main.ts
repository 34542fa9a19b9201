#!/usr/bin/env node
import 'reflect-metadata';
import { runBridgelog } from './cli/bridgelog.js';

process.exitCode = await runBridgelog(process.argv);
