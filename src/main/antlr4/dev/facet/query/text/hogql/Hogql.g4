// HogQL: SELECT statements over a project's tables. Rules of expressions stand from the loosest operator to the tightest.
// OPEN_STATEMENT is an opening parenthesis that a statement follows; it is told apart before parsing, so that no rule looks far ahead.
grammar Hogql;

options { caseInsensitive = true; }

tokens { OPEN_STATEMENT }

query : statement SEMICOLON? EOF ;
single : item EOF ;
singleOrder : order EOF ;

// Statements

statement : term (setOperator term)* ;
setOperator : (UNION | INTERSECT | EXCEPT) (ALL | DISTINCT)? ;
term : select | OPEN_STATEMENT statement CLOSE ;

select
  : (WITH RECURSIVE? cte (COMMA cte)* COMMA?)?
    SELECT DISTINCT? item (COMMA item)* COMMA?
    (FROM source)?
    arrayJoin*
    (PREWHERE prewhere = expression)?
    (WHERE where = expression)?
    (GROUP BY grouping)?
    (HAVING having = expression)?
    (WINDOW namedWindow (COMMA namedWindow)*)?
    (QUALIFY qualify = expression)?
    (ORDER BY order (COMMA order)* COMMA?)?
    limitBy?
    limit?
    (SETTINGS settings)?
  ;

cte
  : identifier AS OPEN_STATEMENT statement CLOSE # cteOfStatement
  | expression AS anyName # cteOfExpression
  ;

item : expression (AS label | plainName)? ;
label : anyName | STRING ;
arrayJoin : LEFT? ARRAY JOIN item (COMMA item)* ;
grouping : (ROLLUP | CUBE) OPEN expressions CLOSE | ALL | expressions (WITH (TOTALS | ROLLUP | CUBE))? ;
namedWindow : identifier AS OPEN window CLOSE ;
order : expression (ASC | DESC)? (NULLS (FIRST | LAST))? (WITH FILL)? ;
limitBy : LIMIT count = expression (OFFSET skip = expression | COMMA second = expression)? BY expressions ;
limit
  : LIMIT count = expression (WITH TIES)? (OFFSET skip = expression)?
  | LIMIT skip = expression COMMA count = expression (WITH TIES)?
  | OFFSET skip = expression
  ;
settings : anyName EQUAL expression (COMMA anyName EQUAL expression)* ;

source : joined (COMMA joined)* ;
joined : table join* ;
join : joinKind JOIN table (ON expression | USING (OPEN identifier (COMMA identifier)* CLOSE | identifier (COMMA identifier)*))? ;
joinKind : GLOBAL? strictness? (INNER | (LEFT | RIGHT | FULL) OUTER? | CROSS)? strictness? ;
strictness : ALL | ANY | ASOF | SEMI | ANTI ;
table
  : identifier (DOT anyName)* (OPEN expressions? CLOSE)? alias? FINAL? (SAMPLE expression)? # tableNamed
  | OPEN_STATEMENT statement CLOSE alias? # tableDerived
  | OPEN source CLOSE # tableGroup
  ;
alias : (AS anyName | plainName) (OPEN identifier (COMMA identifier)* CLOSE)? ;

// Expressions

expressions : expression (COMMA expression)* COMMA? ;
expression : ternary (ARROW expression)? ;
ternary : disjunction (QUESTION expression COLON expression)? ;
disjunction : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation : NOT negation | nullish ;
nullish : comparison (NULLISH comparison)* ;
comparison : sum comparisonTail* ;
comparisonTail
  : operator = (EQUAL | DIFFERENT | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | MATCHES | MATCHES_NOT | MATCHES_ANY_CASE | MATCHES_NOT_ANY_CASE) sum # compared
  | NOT? operator = (LIKE | ILIKE) sum # liked
  | GLOBAL? NOT? IN COHORT sum # inCohort
  | GLOBAL? NOT? IN sum # inList
  | IS NOT? NULL # nullTest
  | IS NOT? DISTINCT FROM sum # distinctTest
  | NOT? BETWEEN sum AND sum # between
  ;
sum : product (sumOperator product)* ;
sumOperator : PLUS | MINUS | CONCATENATE ;
product : unary (productOperator unary)* ;
productOperator : STAR | SLASH | PERCENT ;
unary : MINUS unary | postfix ;
postfix : primary suffix* ;
suffix
  : DOT (anyName | NUMBER) # member
  | DOT STAR exclude? # memberStar
  | OPEN_BRACKET expression CLOSE_BRACKET # index
  | DOUBLE_COLON typeName # castSuffix
  ;
exclude : (EXCEPT | EXCLUDE) (OPEN identifier (COMMA identifier)* CLOSE | identifier) ;

primary
  : CASE operand = expression? when+ (ELSE otherwise = expression)? END # cases
  | INTERVAL STRING # intervalText
  | INTERVAL intervalCount plainName # interval
  | plainName STRING # typedText
  | identifier OPEN_STATEMENT statement CLOSE # callOfStatement
  | identifier OPEN arguments CLOSE (OPEN arguments CLOSE)? (FILTER OPEN WHERE expression CLOSE)? over? # call
  | word = (LIKE | ILIKE) OPEN expressions CLOSE # callOfOperator
  | identifier # name
  | OPEN_STATEMENT statement CLOSE # subquery
  | OPEN expressions? CLOSE # group
  | OPEN_BRACKET expressions? CLOSE_BRACKET # list
  | OPEN_BRACE anyName (DOT anyName)* (OPEN (item (COMMA item)*)? CLOSE)? CLOSE_BRACE # placeholder
  | DOT? NUMBER # number
  | STRING # text
  | TEMPLATE # template
  | NULL # null
  | (TRUE | FALSE) # boolean
  | STAR exclude? # star
  ;
when : WHEN condition = expression THEN result = expression ;
intervalCount : NUMBER | STRING | plainName | OPEN expression CLOSE | OPEN_BRACE anyName (DOT anyName)* CLOSE_BRACE ;
arguments : DISTINCT? expressions? (FROM start = expression (FOR length = expression)? | AS typeName)? ;
typeName : plainName (OPEN typeArgument (COMMA typeArgument)* CLOSE)? ;
typeArgument : typeName | NUMBER | STRING ;
over : OVER (identifier | OPEN window CLOSE) ;
window : identifier? (PARTITION BY expressions)? (ORDER BY order (COMMA order)*)? frame? ;
frame : unit = (ROWS | RANGE | GROUPS) (bound | BETWEEN bound AND bound) ;
bound : UNBOUNDED (PRECEDING | FOLLOWING) # boundEnd | CURRENT ROW # boundCurrent | sum (PRECEDING | FOLLOWING) # boundOffset ;

// Names

plainName : NAME | QUOTED ;
identifier : plainName | free ;
// Words of the language that name columns and functions just as well
free
  : ALL | ANTI | ANY | ARRAY | ASC | ASOF | BY | COHORT | CUBE | CURRENT | DESC | EXCLUDE | FILL | FILTER | FIRST | FOLLOWING | FOR | FULL
  | GLOBAL | GROUPS | INNER | INTERVAL | LAST | LEFT | NULLS | OUTER | OVER | PARTITION | PRECEDING | QUALIFY | RANGE | RECURSIVE | RIGHT
  | ROLLUP | ROW | ROWS | SAMPLE | SEMI | SETTINGS | TIES | TOTALS | UNBOUNDED
  ;
anyName
  : identifier
  | AND | AS | BETWEEN | CASE | CROSS | DISTINCT | ELSE | END | EXCEPT | FALSE | FINAL | FROM | GROUP | HAVING | ILIKE | IN | INTERSECT | IS
  | JOIN | LIKE | LIMIT | NOT | NULL | OFFSET | ON | OR | ORDER | PREWHERE | SELECT | THEN | TRUE | UNION | USING | WHEN | WHERE | WINDOW | WITH
  ;

ALL : 'all' ;
AND : 'and' ;
ANTI : 'anti' ;
ANY : 'any' ;
ARRAY : 'array' ;
AS : 'as' ;
ASC : 'asc' | 'ascending' ;
ASOF : 'asof' ;
BETWEEN : 'between' ;
BY : 'by' ;
CASE : 'case' ;
COHORT : 'cohort' ;
CROSS : 'cross' ;
CUBE : 'cube' ;
CURRENT : 'current' ;
DESC : 'desc' | 'descending' ;
DISTINCT : 'distinct' ;
ELSE : 'else' ;
END : 'end' ;
EXCEPT : 'except' ;
EXCLUDE : 'exclude' ;
FALSE : 'false' ;
FILL : 'fill' ;
FILTER : 'filter' ;
FINAL : 'final' ;
FIRST : 'first' ;
FOLLOWING : 'following' ;
FOR : 'for' ;
FROM : 'from' ;
FULL : 'full' ;
GLOBAL : 'global' ;
GROUP : 'group' ;
GROUPS : 'groups' ;
HAVING : 'having' ;
ILIKE : 'ilike' ;
IN : 'in' ;
INNER : 'inner' ;
INTERSECT : 'intersect' ;
INTERVAL : 'interval' ;
IS : 'is' ;
JOIN : 'join' ;
LAST : 'last' ;
LEFT : 'left' ;
LIKE : 'like' ;
LIMIT : 'limit' ;
NOT : 'not' ;
NULL : 'null' ;
NULLS : 'nulls' ;
OFFSET : 'offset' ;
ON : 'on' ;
OR : 'or' ;
ORDER : 'order' ;
OUTER : 'outer' ;
OVER : 'over' ;
PARTITION : 'partition' ;
PRECEDING : 'preceding' ;
PREWHERE : 'prewhere' ;
QUALIFY : 'qualify' ;
RANGE : 'range' ;
RECURSIVE : 'recursive' ;
RIGHT : 'right' ;
ROLLUP : 'rollup' ;
ROW : 'row' ;
ROWS : 'rows' ;
SAMPLE : 'sample' ;
SELECT : 'select' ;
SEMI : 'semi' ;
SETTINGS : 'settings' ;
THEN : 'then' ;
TIES : 'ties' ;
TOTALS : 'totals' ;
TRUE : 'true' ;
UNBOUNDED : 'unbounded' ;
UNION : 'union' ;
USING : 'using' ;
WHEN : 'when' ;
WHERE : 'where' ;
WINDOW : 'window' ;
WITH : 'with' ;

ARROW : '->' ;
CLOSE : ')' ;
CLOSE_BRACE : '}' ;
CLOSE_BRACKET : ']' ;
COLON : ':' ;
COMMA : ',' ;
CONCATENATE : '||' ;
DIFFERENT : '!=' | '<>' ;
DOT : '.' ;
DOUBLE_COLON : '::' ;
EQUAL : '=' | '==' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
MATCHES : '=~' | '~' ;
MATCHES_ANY_CASE : '=~*' | '~*' ;
MATCHES_NOT : '!~' ;
MATCHES_NOT_ANY_CASE : '!~*' ;
MINUS : '-' ;
NULLISH : '??' ;
OPEN : '(' ;
OPEN_BRACE : '{' ;
OPEN_BRACKET : '[' ;
PERCENT : '%' ;
PLUS : '+' ;
QUESTION : '?' ;
SEMICOLON : ';' ;
SLASH : '/' ;
STAR : '*' ;

NUMBER : '0x' [0-9a-f]+ | DIGITS ('.' DIGITS)? EXPONENT? ;
STRING : '\'' ( ~['\\] | '\\' . | '\'\'' )* '\'' ;
TEMPLATE : 'f\'' ( ~['\\{] | '\\' . | '\'\'' | BRACED )* '\'' ;
QUOTED : '`' ( ~[`\\] | '\\' . | '``' )* '`' | '"' ( ~["\\] | '\\' . | '""' )* '"' ;
NAME : [\p{L}_$] [\p{L}\p{N}\p{M}_$]* ;
LINE_COMMENT : '--' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '/*' .*? '*/' -> channel(HIDDEN) ;
BLANK : [\p{White_Space}\uFEFF]+ -> skip ;
UNKNOWN : . ;

fragment BRACED : '{' ( STRING | BRACED | ~['{}] )* '}' ;
fragment DIGITS : [0-9]+ ;
fragment EXPONENT : 'e' [+-]? DIGITS ;
