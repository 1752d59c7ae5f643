// OTQL: questions about trees of objects. A name with $ in front is a parameter where a value is expected.
grammar Otql;

options { caseInsensitive = true; }

query : SELECT operation FROM name where? join* limit? EOF ;
single : expression EOF ;

operation : directive selection? | selection | item+ ;
where : WHERE expression ;
join : JOIN name where? ;
limit : LIMIT NUMBER ;

selection : OPEN_BRACE (item COMMA?)* CLOSE_BRACE ;
item : name directive* selection? ;
directive : AT word (OPEN (argument COMMA?)* CLOSE)? ;
argument : word COLON value ;

expression : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation : NOT negation | primary ;
primary
  : OPEN expression CLOSE # group
  | name directive* OPEN_BRACE expression? CLOSE_BRACE # linked
  | name directive+ # scored
  | name OPEN name (COMMA value)* CLOSE # called
  | name operator = (EQUAL | DIFFERENT | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) value # compared
  | name IN value # within
  ;

value
  : STRING # text
  | QUOTED # text
  | NUMBER # number
  | (TRUE | FALSE) # boolean
  | NAME # parameter
  | OPEN_BRACKET (value (COMMA value)*)? CLOSE_BRACKET # list
  | OPEN_BRACE (argument COMMA?)* CLOSE_BRACE # object
  ;

name : NAME | QUOTED ;
word : NAME | QUOTED | SELECT | FROM | WHERE | JOIN | AND | OR | NOT | LIMIT | IN ;

SELECT : 'SELECT' ;
FROM : 'FROM' ;
WHERE : 'WHERE' ;
JOIN : 'JOIN' ;
AND : 'AND' ;
OR : 'OR' ;
NOT : 'NOT' ;
LIMIT : 'LIMIT' ;
IN : 'IN' ;
TRUE : 'TRUE' ;
FALSE : 'FALSE' ;

EQUAL : '=' | '==' ;
DIFFERENT : '!=' | '<>' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
OPEN : '(' ;
CLOSE : ')' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
OPEN_BRACKET : '[' ;
CLOSE_BRACKET : ']' ;
COMMA : ',' ;
COLON : ':' ;
AT : '@' ;

NUMBER : [-+]? [0-9]+ ('.' [0-9]+)? ('E' [-+]? [0-9]+)? ;
NAME : '$'? [\p{L}\p{Nd}_]+ ;
STRING : '"' (ESCAPE | ~["\\])* '"' | '\'' (ESCAPE | ~['\\])* '\'' ;
QUOTED : '`' (ESCAPE | ~[`\\])* '`' ;

COMMENT : '#' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
BLANK : [ \t\r\n\u00A0\uFEFF]+ -> skip ;
UNKNOWN : . ;

fragment ESCAPE : '\\' . ;
