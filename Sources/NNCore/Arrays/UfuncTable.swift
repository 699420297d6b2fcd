/// What NumPy tells of its elementwise functions as objects.
struct UfuncTable {
  /// What a reduction starts from.
  enum Identity: Equatable { case none, integer(Int), real(Double), truth(Bool) }

  let inputs: Int
  let outputs: Int
  let identity: Identity
  /// The shapes of the core dimensions; empty for functions of single elements.
  let signature: String
  private let group: Int

  init(_ inputs: Int, _ outputs: Int, _ identity: Identity, _ group: Int, _ signature: String = "") {
    self.inputs = inputs
    self.outputs = outputs
    self.identity = identity
    self.group = group
    self.signature = signature
  }

  /// The loops, as NumPy writes them: `dd->d`.
  var types: [String] { UfuncTable.groups[group].split(separator: " ").map(String.init) }

  static let entries: [String: UfuncTable] = [
    "absolute": UfuncTable(1, 1, .none, 0),
    "add": UfuncTable(2, 1, .integer(0), 1),
    "arccos": UfuncTable(1, 1, .none, 2),
    "arccosh": UfuncTable(1, 1, .none, 2),
    "arcsin": UfuncTable(1, 1, .none, 2),
    "arcsinh": UfuncTable(1, 1, .none, 2),
    "arctan": UfuncTable(1, 1, .none, 2),
    "arctan2": UfuncTable(2, 1, .none, 3),
    "arctanh": UfuncTable(1, 1, .none, 2),
    "bitwise_and": UfuncTable(2, 1, .integer(-1), 4),
    "bitwise_count": UfuncTable(1, 1, .none, 5),
    "bitwise_or": UfuncTable(2, 1, .integer(0), 4),
    "bitwise_xor": UfuncTable(2, 1, .integer(0), 4),
    "cbrt": UfuncTable(1, 1, .none, 6),
    "ceil": UfuncTable(1, 1, .none, 7),
    "conjugate": UfuncTable(1, 1, .none, 8),
    "copysign": UfuncTable(2, 1, .none, 9),
    "cos": UfuncTable(1, 1, .none, 10),
    "cosh": UfuncTable(1, 1, .none, 2),
    "deg2rad": UfuncTable(1, 1, .none, 11),
    "degrees": UfuncTable(1, 1, .none, 11),
    "divide": UfuncTable(2, 1, .none, 12),
    "divmod": UfuncTable(2, 2, .none, 13),
    "equal": UfuncTable(2, 1, .none, 14),
    "exp": UfuncTable(1, 1, .none, 15),
    "exp2": UfuncTable(1, 1, .none, 2),
    "expm1": UfuncTable(1, 1, .none, 2),
    "fabs": UfuncTable(1, 1, .none, 11),
    "float_power": UfuncTable(2, 1, .none, 16),
    "floor": UfuncTable(1, 1, .none, 7),
    "floor_divide": UfuncTable(2, 1, .none, 17),
    "fmax": UfuncTable(2, 1, .none, 18),
    "fmin": UfuncTable(2, 1, .none, 18),
    "fmod": UfuncTable(2, 1, .none, 19),
    "frexp": UfuncTable(1, 2, .none, 20),
    "gcd": UfuncTable(2, 1, .integer(0), 21),
    "greater": UfuncTable(2, 1, .none, 14),
    "greater_equal": UfuncTable(2, 1, .none, 14),
    "heaviside": UfuncTable(2, 1, .none, 9),
    "hypot": UfuncTable(2, 1, .integer(0), 3),
    "invert": UfuncTable(1, 1, .none, 22),
    "isfinite": UfuncTable(1, 1, .none, 23),
    "isinf": UfuncTable(1, 1, .none, 23),
    "isnan": UfuncTable(1, 1, .none, 23),
    "isnat": UfuncTable(1, 1, .none, 24),
    "lcm": UfuncTable(2, 1, .none, 21),
    "ldexp": UfuncTable(2, 1, .none, 25),
    "left_shift": UfuncTable(2, 1, .none, 21),
    "less": UfuncTable(2, 1, .none, 14),
    "less_equal": UfuncTable(2, 1, .none, 14),
    "log": UfuncTable(1, 1, .none, 15),
    "log10": UfuncTable(1, 1, .none, 2),
    "log1p": UfuncTable(1, 1, .none, 2),
    "log2": UfuncTable(1, 1, .none, 2),
    "logaddexp": UfuncTable(2, 1, .real(-.infinity), 9),
    "logaddexp2": UfuncTable(2, 1, .real(-.infinity), 9),
    "logical_and": UfuncTable(2, 1, .truth(true), 26),
    "logical_not": UfuncTable(1, 1, .none, 27),
    "logical_or": UfuncTable(2, 1, .truth(false), 26),
    "logical_xor": UfuncTable(2, 1, .truth(false), 26),
    "matmul": UfuncTable(2, 1, .none, 28, "(n?,k),(k,m?)->(n?,m?)"),
    "matvec": UfuncTable(2, 1, .none, 28, "(m,n),(n)->(m)"),
    "maximum": UfuncTable(2, 1, .none, 18),
    "minimum": UfuncTable(2, 1, .none, 18),
    "modf": UfuncTable(1, 2, .none, 29),
    "multiply": UfuncTable(2, 1, .integer(1), 30),
    "negative": UfuncTable(1, 1, .none, 31),
    "nextafter": UfuncTable(2, 1, .none, 9),
    "not_equal": UfuncTable(2, 1, .none, 14),
    "positive": UfuncTable(1, 1, .none, 31),
    "power": UfuncTable(2, 1, .none, 32),
    "rad2deg": UfuncTable(1, 1, .none, 11),
    "radians": UfuncTable(1, 1, .none, 11),
    "reciprocal": UfuncTable(1, 1, .none, 8),
    "remainder": UfuncTable(2, 1, .none, 33),
    "right_shift": UfuncTable(2, 1, .none, 21),
    "rint": UfuncTable(1, 1, .none, 15),
    "sign": UfuncTable(1, 1, .none, 34),
    "signbit": UfuncTable(1, 1, .none, 35),
    "sin": UfuncTable(1, 1, .none, 10),
    "sinh": UfuncTable(1, 1, .none, 2),
    "spacing": UfuncTable(1, 1, .none, 36),
    "sqrt": UfuncTable(1, 1, .none, 15),
    "square": UfuncTable(1, 1, .none, 8),
    "subtract": UfuncTable(2, 1, .none, 37),
    "tan": UfuncTable(1, 1, .none, 2),
    "tanh": UfuncTable(1, 1, .none, 2),
    "trunc": UfuncTable(1, 1, .none, 7),
    "vecdot": UfuncTable(2, 1, .none, 28, "(n),(n)->()"),
    "vecmat": UfuncTable(2, 1, .none, 28, "(n),(n,m)->(m)"),
  ]

  private static let groups: [String] = [
    "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d g->g m->m F->f D->d G->g O->O",
    "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g FF->F "
      + "DD->D GG->G Mm->M mm->m mM->M OO->O",
    "e->e f->f d->d e->e f->f d->d g->g F->F D->D G->G O->O",
    "ee->e ff->f dd->d gg->g OO->O",
    "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O",
    "b->B B->B h->B H->B i->B I->B l->B L->B q->B Q->B O->O",
    "e->e f->f d->d e->e f->f d->d g->g O->O",
    "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d f->f d->d g->g O->O",
    "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d g->g F->F D->D G->G O->O",
    "ee->e ff->f dd->d gg->g",
    "e->e f->f d->d g->g F->F D->D G->G O->O",
    "e->e f->f d->d g->g O->O",
    "ee->e ff->f dd->d gg->g FF->F DD->D GG->G mq->m md->m mm->d OO->O",
    "bb->bb BB->BB hh->hh HH->HH ii->ii II->II ll->ll LL->LL qq->qq QQ->QQ ee->ee ff->ff dd->dd gg->gg "
      + "mm->qm",
    "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? qQ->? Qq->? ee->? ff->? dd->? "
      + "gg->? FF->? DD->? GG->? MM->? mm->? OO->? OO->O",
    "e->e f->f d->d f->f d->d g->g F->F D->D G->G O->O",
    "dd->d gg->g DD->D GG->G",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g mq->m md->m "
      + "mm->q OO->O",
    "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g FF->F "
      + "DD->D GG->G mm->m MM->M OO->O",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g OO->O",
    "e->ei f->fi d->di g->gi",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q OO->O",
    "?->? b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q O->O",
    "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? g->? F->? D->? G->? m->? M->?",
    "M->? m->?",
    "ei->e fi->f el->e fl->f di->d dl->d gi->g gl->g",
    "??->? bb->? BB->? hh->? HH->? ii->? II->? ll->? LL->? qq->? QQ->? ee->? ff->? dd->? gg->? FF->? "
      + "DD->? GG->? OO->O",
    "?->? b->? B->? h->? H->? i->? I->? l->? L->? q->? Q->? e->? f->? d->? g->? F->? D->? G->? O->O",
    "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g FF->F "
      + "DD->D GG->G OO->O",
    "e->ee f->ff d->dd g->gg",
    "??->? bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g FF->F "
      + "DD->D GG->G mq->m qm->m md->m dm->m OO->O",
    "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d g->g m->m F->F D->D G->G O->O",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d ee->e ff->f dd->d "
      + "gg->g FF->F DD->D GG->G OO->O",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g mm->m OO->O",
    "b->b B->B h->h H->H i->i I->I l->l L->L q->q Q->Q e->e f->f d->d g->g F->F D->D G->G m->m O->O",
    "e->? f->? d->? g->?",
    "e->e f->f d->d g->g",
    "bb->b BB->B hh->h HH->H ii->i II->I ll->l LL->L qq->q QQ->Q ee->e ff->f dd->d gg->g FF->F DD->D "
      + "GG->G Mm->M mm->m MM->m OO->O",
  ]
}
