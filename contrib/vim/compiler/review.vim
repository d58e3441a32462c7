" Vim compiler file: `:compiler review`, then `:make` lints the draft, or checks the notes, in the buffer.
" Columns of review are code points; %v counts screen columns, which are the same but for wide characters
" (emoji, Chinese, Japanese, Korean) and tabs before the finding.

if exists("current_compiler")
  finish
endif
let current_compiler = "review"

let s:cpo_save = &cpo
set cpo&vim

if &filetype ==# "yaml" || expand("%:e") =~? '^ya\=ml$'
  CompilerSet makeprg=review\ --quiet\ check\ --output-format\ compact\ %:S
else
  CompilerSet makeprg=review\ --quiet\ lint\ --output-format\ compact\ %:S
endif

" An error and a warning take their type from their first letter; a suggestion is a note.
CompilerSet errorformat=
      \%f:%l:%v:\ %trror\ %m,
      \%f:%l:%v:\ %tarning\ %m,
      \%f:%l:%v:\ suggestion\ %m,
      \%f:%l:%v:\ %m,
      \%f:%l:\ %m

let &cpo = s:cpo_save
unlet s:cpo_save
