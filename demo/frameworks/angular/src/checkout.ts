import { Component, CUSTOM_ELEMENTS_SCHEMA, computed, inject, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import 'flinks-geft-status';
import type {
  ErrorCode,
  GeftChangeEvent,
  GeftErrorEvent,
  GeftSettledEvent,
  GeftStepEvent,
  Phase,
} from 'flinks-geft-status';
import { messages, placeOrder, type Order } from '../../order.js';

@Component({
  selector: 'app-checkout',
  templateUrl: './checkout.html',
  // Without it, Angular refuses tags that it does not know.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class Checkout implements OnInit {
  readonly #sanitizer = inject(DomSanitizer);

  protected readonly messages = messages;
  protected readonly order = signal<Order | null>(null);
  protected readonly isShown = signal(true);
  protected readonly lang = signal('en');
  protected readonly noSteps = signal(false);
  protected readonly phase = signal<Phase>('idle');
  protected readonly step = signal('');
  protected readonly outcomes = signal<readonly Phase[]>([]);
  protected readonly error = signal<ErrorCode | ''>('');

  /** Angular wants to be told that an address is one to be framed; it comes from the shop's own server. */
  protected readonly flowUrl = computed(() =>
    this.#sanitizer.bypassSecurityTrustResourceUrl(this.order()?.flowUrl ?? ''),
  );

  ngOnInit(): void {
    void this.orderAgain();
  }

  protected async orderAgain(): Promise<void> {
    this.order.set(await placeOrder());
  }

  protected switchLanguage(): void {
    this.lang.update(lang => (lang === 'en' ? 'fr-CA' : 'en'));
  }

  protected onStep({ detail }: GeftStepEvent): void {
    this.step.set(detail.step);
  }

  protected onChange({ detail }: GeftChangeEvent): void {
    this.phase.set(detail.phase);
  }

  protected onSettled({ detail }: GeftSettledEvent): void {
    this.outcomes.update(known => [...known, detail.phase]);
  }

  protected onError({ detail }: GeftErrorEvent): void {
    this.error.set(detail.code);
  }
}
