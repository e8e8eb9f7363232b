extension HTMLEntity {
  /// The characters of all names that HTML 5 knows, without the `;` that ends them.
  ///
  /// Source: the HTML standard, “Named character references”.
  static let named: [String: String] = {
    var table: [String: String] = [:]
    for entry in (letters + " " + signs).split(separator: " ") {
      let parts = entry.split(separator: "=")
      let scalars = parts[0].split(separator: "+").compactMap { code in
        UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
      }
      let text = String(String.UnicodeScalarView(scalars))
      for name in parts[1].split(separator: ",") { table[String(name)] = text }
    }
    return table
  }()

  /// Code points in hexadecimal, `=`, and the names: up to U+228F.
  private static let letters = """
    9=Tab a=NewLine 21=excl 22=QUOT,quot 23=num 24=dollar 25=percnt 26=AMP,amp 27=apos 28=lpar \
    29=rpar 2a=ast,midast 2b=plus 2c=comma 2e=period 2f=sol 3a=colon 3b=semi 3c=LT,lt \
    3c+20d2=nvlt 3d=equals 3d+20e5=bne 3e=GT,gt 3e+20d2=nvgt 3f=quest 40=commat 5b=lbrack,lsqb \
    5c=bsol 5d=rbrack,rsqb 5e=Hat 5f=UnderBar,lowbar 60=DiacriticalGrave,grave 66+6a=fjlig \
    7b=lbrace,lcub 7c=VerticalLine,verbar,vert 7d=rbrace,rcub a0=NonBreakingSpace,nbsp a1=iexcl \
    a2=cent a3=pound a4=curren a5=yen a6=brvbar a7=sect a8=Dot,DoubleDot,die,uml a9=COPY,copy \
    aa=ordf ab=laquo ac=not ad=shy ae=REG,circledR,reg af=macr,strns b0=deg \
    b1=PlusMinus,plusmn,pm b2=sup2 b3=sup3 b4=DiacriticalAcute,acute b5=micro b6=para \
    b7=CenterDot,centerdot,middot b8=Cedilla,cedil b9=sup1 ba=ordm bb=raquo bc=frac14 \
    bd=frac12,half be=frac34 bf=iquest c0=Agrave c1=Aacute c2=Acirc c3=Atilde c4=Auml \
    c5=Aring,angst c6=AElig c7=Ccedil c8=Egrave c9=Eacute ca=Ecirc cb=Euml cc=Igrave cd=Iacute \
    ce=Icirc cf=Iuml d0=ETH d1=Ntilde d2=Ograve d3=Oacute d4=Ocirc d5=Otilde d6=Ouml d7=times \
    d8=Oslash d9=Ugrave da=Uacute db=Ucirc dc=Uuml dd=Yacute de=THORN df=szlig e0=agrave \
    e1=aacute e2=acirc e3=atilde e4=auml e5=aring e6=aelig e7=ccedil e8=egrave e9=eacute \
    ea=ecirc eb=euml ec=igrave ed=iacute ee=icirc ef=iuml f0=eth f1=ntilde f2=ograve f3=oacute \
    f4=ocirc f5=otilde f6=ouml f7=div,divide f8=oslash f9=ugrave fa=uacute fb=ucirc fc=uuml \
    fd=yacute fe=thorn ff=yuml 100=Amacr 101=amacr 102=Abreve 103=abreve 104=Aogon 105=aogon \
    106=Cacute 107=cacute 108=Ccirc 109=ccirc 10a=Cdot 10b=cdot 10c=Ccaron 10d=ccaron 10e=Dcaron \
    10f=dcaron 110=Dstrok 111=dstrok 112=Emacr 113=emacr 116=Edot 117=edot 118=Eogon 119=eogon \
    11a=Ecaron 11b=ecaron 11c=Gcirc 11d=gcirc 11e=Gbreve 11f=gbreve 120=Gdot 121=gdot 122=Gcedil \
    124=Hcirc 125=hcirc 126=Hstrok 127=hstrok 128=Itilde 129=itilde 12a=Imacr 12b=imacr \
    12e=Iogon 12f=iogon 130=Idot 131=imath,inodot 132=IJlig 133=ijlig 134=Jcirc 135=jcirc \
    136=Kcedil 137=kcedil 138=kgreen 139=Lacute 13a=lacute 13b=Lcedil 13c=lcedil 13d=Lcaron \
    13e=lcaron 13f=Lmidot 140=lmidot 141=Lstrok 142=lstrok 143=Nacute 144=nacute 145=Ncedil \
    146=ncedil 147=Ncaron 148=ncaron 149=napos 14a=ENG 14b=eng 14c=Omacr 14d=omacr 150=Odblac \
    151=odblac 152=OElig 153=oelig 154=Racute 155=racute 156=Rcedil 157=rcedil 158=Rcaron \
    159=rcaron 15a=Sacute 15b=sacute 15c=Scirc 15d=scirc 15e=Scedil 15f=scedil 160=Scaron \
    161=scaron 162=Tcedil 163=tcedil 164=Tcaron 165=tcaron 166=Tstrok 167=tstrok 168=Utilde \
    169=utilde 16a=Umacr 16b=umacr 16c=Ubreve 16d=ubreve 16e=Uring 16f=uring 170=Udblac \
    171=udblac 172=Uogon 173=uogon 174=Wcirc 175=wcirc 176=Ycirc 177=ycirc 178=Yuml 179=Zacute \
    17a=zacute 17b=Zdot 17c=zdot 17d=Zcaron 17e=zcaron 192=fnof 1b5=imped 1f5=gacute 237=jmath \
    2c6=circ 2c7=Hacek,caron 2d8=Breve,breve 2d9=DiacriticalDot,dot 2da=ring 2db=ogon \
    2dc=DiacriticalTilde,tilde 2dd=DiacriticalDoubleAcute,dblac 311=DownBreve 391=Alpha 392=Beta \
    393=Gamma 394=Delta 395=Epsilon 396=Zeta 397=Eta 398=Theta 399=Iota 39a=Kappa 39b=Lambda \
    39c=Mu 39d=Nu 39e=Xi 39f=Omicron 3a0=Pi 3a1=Rho 3a3=Sigma 3a4=Tau 3a5=Upsilon 3a6=Phi \
    3a7=Chi 3a8=Psi 3a9=Omega,ohm 3b1=alpha 3b2=beta 3b3=gamma 3b4=delta 3b5=epsi,epsilon \
    3b6=zeta 3b7=eta 3b8=theta 3b9=iota 3ba=kappa 3bb=lambda 3bc=mu 3bd=nu 3be=xi 3bf=omicron \
    3c0=pi 3c1=rho 3c2=sigmaf,sigmav,varsigma 3c3=sigma 3c4=tau 3c5=upsi,upsilon 3c6=phi 3c7=chi \
    3c8=psi 3c9=omega 3d1=thetasym,thetav,vartheta 3d2=Upsi,upsih 3d5=phiv,straightphi,varphi \
    3d6=piv,varpi 3dc=Gammad 3dd=digamma,gammad 3f0=kappav,varkappa 3f1=rhov,varrho \
    3f5=epsiv,straightepsilon,varepsilon 3f6=backepsilon,bepsi 401=IOcy 402=DJcy 403=GJcy \
    404=Jukcy 405=DScy 406=Iukcy 407=YIcy 408=Jsercy 409=LJcy 40a=NJcy 40b=TSHcy 40c=KJcy \
    40e=Ubrcy 40f=DZcy 410=Acy 411=Bcy 412=Vcy 413=Gcy 414=Dcy 415=IEcy 416=ZHcy 417=Zcy 418=Icy \
    419=Jcy 41a=Kcy 41b=Lcy 41c=Mcy 41d=Ncy 41e=Ocy 41f=Pcy 420=Rcy 421=Scy 422=Tcy 423=Ucy \
    424=Fcy 425=KHcy 426=TScy 427=CHcy 428=SHcy 429=SHCHcy 42a=HARDcy 42b=Ycy 42c=SOFTcy 42d=Ecy \
    42e=YUcy 42f=YAcy 430=acy 431=bcy 432=vcy 433=gcy 434=dcy 435=iecy 436=zhcy 437=zcy 438=icy \
    439=jcy 43a=kcy 43b=lcy 43c=mcy 43d=ncy 43e=ocy 43f=pcy 440=rcy 441=scy 442=tcy 443=ucy \
    444=fcy 445=khcy 446=tscy 447=chcy 448=shcy 449=shchcy 44a=hardcy 44b=ycy 44c=softcy 44d=ecy \
    44e=yucy 44f=yacy 451=iocy 452=djcy 453=gjcy 454=jukcy 455=dscy 456=iukcy 457=yicy \
    458=jsercy 459=ljcy 45a=njcy 45b=tshcy 45c=kjcy 45e=ubrcy 45f=dzcy 2002=ensp 2003=emsp \
    2004=emsp13 2005=emsp14 2007=numsp 2008=puncsp 2009=ThinSpace,thinsp \
    200a=VeryThinSpace,hairsp \
    200b=NegativeMediumSpace,NegativeThickSpace \
    200b=NegativeThinSpace,NegativeVeryThinSpace,ZeroWidthSpace \
    200c=zwnj 200d=zwj 200e=lrm 200f=rlm 2010=dash,hyphen 2013=ndash 2014=mdash 2015=horbar \
    2016=Verbar,Vert 2018=OpenCurlyQuote,lsquo 2019=CloseCurlyQuote,rsquo,rsquor \
    201a=lsquor,sbquo 201c=OpenCurlyDoubleQuote,ldquo 201d=CloseCurlyDoubleQuote,rdquo,rdquor \
    201e=bdquo,ldquor 2020=dagger 2021=Dagger,ddagger 2022=bull,bullet 2025=nldr \
    2026=hellip,mldr 2030=permil 2031=pertenk 2032=prime 2033=Prime 2034=tprime \
    2035=backprime,bprime 2039=lsaquo 203a=rsaquo 203e=OverBar,oline 2041=caret 2043=hybull \
    2044=frasl 204f=bsemi 2057=qprime 205f=MediumSpace 205f+200a=ThickSpace 2060=NoBreak \
    2061=ApplyFunction,af 2062=InvisibleTimes,it 2063=InvisibleComma,ic 20ac=euro \
    20db=TripleDot,tdot 20dc=DotDot 2102=Copf,complexes 2105=incare 210a=gscr \
    210b=HilbertSpace,Hscr,hamilt 210c=Hfr,Poincareplane 210d=Hopf,quaternions 210e=planckh \
    210f=hbar,hslash,planck,plankv 2110=Iscr,imagline 2111=Ifr,Im,image,imagpart \
    2112=Laplacetrf,Lscr,lagran 2113=ell 2115=Nopf,naturals 2116=numero 2117=copysr \
    2118=weierp,wp 2119=Popf,primes 211a=Qopf,rationals 211b=Rscr,realine \
    211c=Re,Rfr,real,realpart 211d=Ropf,reals 211e=rx 2122=TRADE,trade 2124=Zopf,integers \
    2127=mho 2128=Zfr,zeetrf 2129=iiota 212c=Bernoullis,Bscr,bernou 212d=Cayleys,Cfr 212f=escr \
    2130=Escr,expectation 2131=Fouriertrf,Fscr 2133=Mellintrf,Mscr,phmmat \
    2134=order,orderof,oscr 2135=alefsym,aleph 2136=beth 2137=gimel 2138=daleth \
    2145=CapitalDifferentialD,DD 2146=DifferentialD,dd 2147=ExponentialE,ee,exponentiale \
    2148=ImaginaryI,ii 2153=frac13 2154=frac23 2155=frac15 2156=frac25 2157=frac35 2158=frac45 \
    2159=frac16 215a=frac56 215b=frac18 215c=frac38 215d=frac58 215e=frac78 \
    2190=LeftArrow,ShortLeftArrow,larr,leftarrow,slarr 2191=ShortUpArrow,UpArrow,uarr,uparrow \
    2192=RightArrow,ShortRightArrow,rarr,rightarrow,srarr \
    2193=DownArrow,ShortDownArrow,darr,downarrow 2194=LeftRightArrow,harr,leftrightarrow \
    2195=UpDownArrow,updownarrow,varr 2196=UpperLeftArrow,nwarr,nwarrow \
    2197=UpperRightArrow,nearr,nearrow 2198=LowerRightArrow,searr,searrow \
    2199=LowerLeftArrow,swarr,swarrow 219a=nlarr,nleftarrow 219b=nrarr,nrightarrow \
    219d=rarrw,rightsquigarrow 219d+338=nrarrw 219e=Larr,twoheadleftarrow 219f=Uarr \
    21a0=Rarr,twoheadrightarrow 21a1=Darr 21a2=larrtl,leftarrowtail 21a3=rarrtl,rightarrowtail \
    21a4=LeftTeeArrow,mapstoleft 21a5=UpTeeArrow,mapstoup 21a6=RightTeeArrow,map,mapsto \
    21a7=DownTeeArrow,mapstodown 21a9=hookleftarrow,larrhk 21aa=hookrightarrow,rarrhk \
    21ab=larrlp,looparrowleft 21ac=looparrowright,rarrlp 21ad=harrw,leftrightsquigarrow \
    21ae=nharr,nleftrightarrow 21b0=Lsh,lsh 21b1=Rsh,rsh 21b2=ldsh 21b3=rdsh 21b5=crarr \
    21b6=cularr,curvearrowleft 21b7=curarr,curvearrowright 21ba=circlearrowleft,olarr \
    21bb=circlearrowright,orarr 21bc=LeftVector,leftharpoonup,lharu \
    21bd=DownLeftVector,leftharpoondown,lhard 21be=RightUpVector,uharr,upharpoonright \
    21bf=LeftUpVector,uharl,upharpoonleft 21c0=RightVector,rharu,rightharpoonup \
    21c1=DownRightVector,rhard,rightharpoondown 21c2=RightDownVector,dharr,downharpoonright \
    21c3=LeftDownVector,dharl,downharpoonleft 21c4=RightArrowLeftArrow,rightleftarrows,rlarr \
    21c5=UpArrowDownArrow,udarr 21c6=LeftArrowRightArrow,leftrightarrows,lrarr \
    21c7=leftleftarrows,llarr 21c8=upuparrows,uuarr 21c9=rightrightarrows,rrarr \
    21ca=ddarr,downdownarrows 21cb=ReverseEquilibrium,leftrightharpoons,lrhar \
    21cc=Equilibrium,rightleftharpoons,rlhar 21cd=nLeftarrow,nlArr 21ce=nLeftrightarrow,nhArr \
    21cf=nRightarrow,nrArr 21d0=DoubleLeftArrow,Leftarrow,lArr 21d1=DoubleUpArrow,Uparrow,uArr \
    21d2=DoubleRightArrow,Implies,Rightarrow,rArr 21d3=DoubleDownArrow,Downarrow,dArr \
    21d4=DoubleLeftRightArrow,Leftrightarrow,hArr,iff 21d5=DoubleUpDownArrow,Updownarrow,vArr \
    21d6=nwArr 21d7=neArr 21d8=seArr 21d9=swArr 21da=Lleftarrow,lAarr 21db=Rrightarrow,rAarr \
    21dd=zigrarr 21e4=LeftArrowBar,larrb 21e5=RightArrowBar,rarrb 21f5=DownArrowUpArrow,duarr \
    21fd=loarr 21fe=roarr 21ff=hoarr 2200=ForAll,forall 2201=comp,complement 2202=PartialD,part \
    2202+338=npart 2203=Exists,exist 2204=NotExists,nexist,nexists \
    2205=empty,emptyset,emptyv,varnothing 2207=Del,nabla 2208=Element,in,isin,isinv \
    2209=NotElement,notin,notinva 220b=ReverseElement,SuchThat,ni,niv \
    220c=NotReverseElement,notni,notniva 220f=Product,prod 2210=Coproduct,coprod 2211=Sum,sum \
    2212=minus 2213=MinusPlus,mnplus,mp 2214=dotplus,plusdo \
    2216=Backslash,setminus,setmn,smallsetminus,ssetmn 2217=lowast 2218=SmallCircle,compfn \
    221a=Sqrt,radic 221d=Proportional,prop,propto,varpropto,vprop 221e=infin 221f=angrt \
    2220=ang,angle 2220+20d2=nang 2221=angmsd,measuredangle 2222=angsph \
    2223=VerticalBar,mid,shortmid,smid 2224=NotVerticalBar,nmid,nshortmid,nsmid \
    2225=DoubleVerticalBar,par,parallel,shortparallel,spar \
    2226=NotDoubleVerticalBar,npar,nparallel,nshortparallel,nspar 2227=and,wedge 2228=or,vee \
    2229=cap 2229+fe00=caps 222a=cup 222a+fe00=cups 222b=Integral,int 222c=Int 222d=iiint,tint \
    222e=ContourIntegral,conint,oint 222f=Conint,DoubleContourIntegral 2230=Cconint 2231=cwint \
    2232=ClockwiseContourIntegral,cwconint 2233=CounterClockwiseContourIntegral,awconint \
    2234=Therefore,there4,therefore 2235=Because,becaus,because 2236=ratio 2237=Colon,Proportion \
    2238=dotminus,minusd 223a=mDDot 223b=homtht 223c=Tilde,sim,thicksim,thksim 223c+20d2=nvsim \
    223d=backsim,bsim 223d+331=race 223e=ac,mstpos 223e+333=acE 223f=acd \
    2240=VerticalTilde,wr,wreath 2241=NotTilde,nsim 2242=EqualTilde,eqsim,esim \
    2242+338=NotEqualTilde,nesim 2243=TildeEqual,sime,simeq 2244=NotTildeEqual,nsime,nsimeq \
    2245=TildeFullEqual,cong 2246=simne 2247=NotTildeFullEqual,ncong \
    2248=TildeTilde,ap,approx,asymp,thickapprox,thkap 2249=NotTildeTilde,nap,napprox \
    224a=ape,approxeq 224b=apid 224b+338=napid 224c=backcong,bcong 224d=CupCap,asympeq \
    224d+20d2=nvap 224e=Bumpeq,HumpDownHump,bump 224e+338=NotHumpDownHump,nbump \
    224f=HumpEqual,bumpe,bumpeq 224f+338=NotHumpEqual,nbumpe 2250=DotEqual,doteq,esdot \
    2250+338=nedot 2251=doteqdot,eDot 2252=efDot,fallingdotseq 2253=erDot,risingdotseq \
    2254=Assign,colone,coloneq 2255=ecolon,eqcolon 2256=ecir,eqcirc 2257=circeq,cire 2259=wedgeq \
    225a=veeeq 225c=triangleq,trie 225f=equest,questeq 2260=NotEqual,ne 2261=Congruent,equiv \
    2261+20e5=bnequiv 2262=NotCongruent,nequiv 2264=le,leq 2264+20d2=nvle \
    2265=GreaterEqual,ge,geq 2265+20d2=nvge 2266=LessFullEqual,lE,leqq 2266+338=nlE,nleqq \
    2267=GreaterFullEqual,gE,geqq 2267+338=NotGreaterFullEqual,ngE,ngeqq 2268=lnE,lneqq \
    2268+fe00=lvertneqq,lvnE 2269=gnE,gneqq 2269+fe00=gvertneqq,gvnE 226a=Lt,NestedLessLess,ll \
    226a+338=NotLessLess,nLtv 226a+20d2=nLt 226b=Gt,NestedGreaterGreater,gg \
    226b+338=NotGreaterGreater,nGtv 226b+20d2=nGt 226c=between,twixt 226d=NotCupCap \
    226e=NotLess,nless,nlt 226f=NotGreater,ngt,ngtr 2270=NotLessEqual,nle,nleq \
    2271=NotGreaterEqual,nge,ngeq 2272=LessTilde,lesssim,lsim 2273=GreaterTilde,gsim,gtrsim \
    2274=NotLessTilde,nlsim 2275=NotGreaterTilde,ngsim 2276=LessGreater,lessgtr,lg \
    2277=GreaterLess,gl,gtrless 2278=NotLessGreater,ntlg 2279=NotGreaterLess,ntgl \
    227a=Precedes,pr,prec 227b=Succeeds,sc,succ 227c=PrecedesSlantEqual,prcue,preccurlyeq \
    227d=SucceedsSlantEqual,sccue,succcurlyeq 227e=PrecedesTilde,precsim,prsim \
    227f=SucceedsTilde,scsim,succsim 227f+338=NotSucceedsTilde 2280=NotPrecedes,npr,nprec \
    2281=NotSucceeds,nsc,nsucc 2282=sub,subset 2282+20d2=NotSubset,nsubset,vnsub \
    2283=Superset,sup,supset 2283+20d2=NotSuperset,nsupset,vnsup 2284=nsub 2285=nsup \
    2286=SubsetEqual,sube,subseteq 2287=SupersetEqual,supe,supseteq \
    2288=NotSubsetEqual,nsube,nsubseteq 2289=NotSupersetEqual,nsupe,nsupseteq \
    228a=subne,subsetneq 228a+fe00=varsubsetneq,vsubne 228b=supne,supsetneq \
    228b+fe00=varsupsetneq,vsupne 228d=cupdot 228e=UnionPlus,uplus \
    228f=SquareSubset,sqsub,sqsubset 228f+338=NotSquareSubset
    """
}
