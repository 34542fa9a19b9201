import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { OperationContext } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import type { RequiredRole } from './requires.js';
import { OpenToGuests, Requires, suffices } from './requires.js';

/** Holds every GraphQL root field to its declared role; a field without one is closed. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<GqlContextType>() !== 'graphql') return true;
    const required = this.reflector.get<RequiredRole | undefined>(
      Requires.KEY,
      execution.getHandler(),
    );
    const { viewer } = GqlExecutionContext.create(execution).getContext<OperationContext>();
    if (required === undefined) throw forbidden('This is open to nobody');
    if (viewer.role === 'GUEST') return this.admitGuest(execution);
    if (!suffices(viewer.role, required)) throw forbidden(`This takes the role ${required}`);
    return true;
  }

  private admitGuest(execution: ExecutionContext): boolean {
    const isOpen = this.reflector.get<true | undefined>(OpenToGuests.KEY, execution.getHandler());
    if (isOpen === undefined) throw forbidden('This is not open to guests');
    return true;
  }
}
