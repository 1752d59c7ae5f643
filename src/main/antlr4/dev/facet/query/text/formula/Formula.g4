// Formulas over the series of a chart: A + 2 * B / (C - 1) ^ 2. Alternatives bind the tighter the further up they stand.
grammar Formula;

formula
  : expression EOF
  ;

expression
  : <assoc = right> expression POWER expression # power
  | MINUS expression # negation
  | expression operator = (TIMES | DIVIDED) expression # product
  | expression operator = (PLUS | MINUS) expression # sum
  | OPEN expression CLOSE # group
  | NUMBER # number
  | SERIES # series
  ;

POWER : '^' ;
TIMES : '*' ;
DIVIDED : '/' ;
PLUS : '+' ;
MINUS : '-' ;
OPEN : '(' ;
CLOSE : ')' ;
NUMBER : DIGITS ('.' DIGITS?)? EXPONENT? | '.' DIGITS EXPONENT? ;
SERIES : [A-Za-z] ;
BLANK : [ \t\r\n]+ -> skip ;
UNKNOWN : . ;

fragment DIGITS : [0-9]+ ;
fragment EXPONENT : [eE] [+-]? DIGITS ;
