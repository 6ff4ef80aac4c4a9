"""Portuguese."""

from app.claims.languages.language import Language, words

PORTUGUESE = Language(
    code="pt",
    function_words=words(
        "o a os as de que e em um uma é por com não para no na nos nas do da dos das ao à se mais mas como seu sua ou foi são "
        "ser está pelo pela também já tem até há entre quando muito sem sobre depois era isso ele ela segundo foram têm num "
        "numa você lhe aos às"
    ),
    abbreviations=words(
        "sr sra srs dr dra d prof profa eng gen cel aprox av r cia dep depto p.ex ex pág tel máx mín ed vol trad coord cap jan "
        "fev mar abr mai jun jul ago set out nov dez ltda exmo"
    ),
    before_number=words("n nº no núm p pág págs pp art arts cap fig tab vol t inc al"),
    may_end=words("a.c d.c cia s.a ltda e.u.a eua hab"),
    mostly_end=words("etc"),
    starters=words(
        "o a os as um uma este esta estes estas esse essa isto isso em no na nos nas de do da por para com sem sobre segundo "
        "desde até entre e ou mas se quando enquanto embora como que quem onde também além não já seu sua há é são foi tem têm "
        "mais menos todo todos cada outro outra assim então depois antes durante após agora apenas ainda"
    ),
    note_titles=words(
        "referências fontes fonte notas bibliografia notas_e_referências notas_de_rodapé ligações_externas links citações "
        "referências_e_notas referências_bibliográficas ver_também"
    ),
    supposing=words("suponhamos suponha imagine imaginem imaginemos digamos e_se considere consideremos"),
    conditions=words("se quando caso"),
    modals=words("poderia poderiam deveria deveriam seria seriam teria teriam talvez pode podem poderíamos"),
    examples=words("por_exemplo p._ex p.ex"),
    example_marks=words("por_exemplo p.ex p.ex. digamos como"),
    instructions=words("veja ver leia clique selecione escolha digite use utilize adicione baixe assine inscreva-se consulte note observe"),
    proposals=words("propomos proponho uma_possibilidade poderíamos uma_opção"),
    text_nouns=words(
        "formas forma maneiras maneira razões razão motivos passos passo opções respostas perguntas pergunta partes parte "
        "ideias tipos tipo abordagens métodos princípios regras pontos ponto problemas problema exemplos seções secções "
        "capítulos categorias aspectos fatores objetivos lições coisas cenários possibilidades fases definições critérios "
        "propriedades argumentos elementos níveis soluções variantes frases outros outras"
    ),
    pointing=words("estes estas os as esses essas ambos ambas seus suas todos todas"),
    numbered=words(
        "nível tipo fase classe etapa passo opção versão página linha ponto artigo seção secção capítulo volume pergunta "
        "categoria rodada temporada episódio número sala modo porta código erro método modelo cenário lição módulo camada"
    ),
    idioms=words("100%_certo 100%_seguro mil_e_uma"),
    following=words("então nesse_caso neste_caso portanto"),
    months=words("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    source_nouns=words("segundo relatório estudo análise dados pesquisa inquérito números estatísticas estimativa fonte cálculos"),
    ifs=words("caso"),
    persons=words(
        "pessoas homens mulheres crianças trabalhadores soldados policiais civis alunos estudantes pacientes vítimas mortos "
        "mortes feridos presos cidadãos habitantes membros deputados senadores juízes jornalistas agricultores médicos "
        "professores"
    ),
    reminders=words("não_esqueçamos não_se_esqueça"),
    pasts=words("era eram foi foram tinha tinham havia"),
    woulds=words("seria seriam poderia poderiam teria teriam"),
    shoulds=words("deveria deveriam deveríamos"),
    later=words("depois atrás mais_tarde antes"),
    ago=words("há"),
    named_by_number=words("ataque ataques regra"),
)
